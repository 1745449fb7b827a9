/** How a space is set up, as parts of a standard: its own fields and option sets, its views, its description templates. */
import { textOf } from '@throughline/base';
import { partsOf, type Blueprint, type Freedom, type PartKind, type StandardPart } from '@throughline/model';
import { mustTellSpace } from '../blueprint/must-tell-space.ts';
import { DESCRIPTIONS, descriptionContent } from './description-content.ts';
import { fieldContent } from './field-content.ts';
import { makePartNames } from './part-names.ts';
import { readerOf, readWhere } from './read-adoptions.ts';
import { viewContent } from './view-content.ts';
import type { Work } from '../work.ts';

/** What a new part allows until its author says otherwise. */
const USUAL: Readonly<Record<PartKind, Freedom>> = {
  field: 'extend',
  view: 'extend',
  description: 'override',
};

/** Parts that were there before keep their id and how free they are. */
export async function captureParts(
  work: Work,
  space: string,
  before: readonly StandardPart[],
): Promise<readonly StandardPart[]> {
  mustTellSpace(work, space);
  const blueprint = await capture(work, space);
  const fresh = partsOf(blueprint);
  const known = new Map(before.map((part) => [nameOf(part), part]));
  const ids = new Set(before.map(({ id }) => id));
  return fresh.map((part) => {
    const { id, freedom } = known.get(nameOf(part)) ?? { id: part.id, freedom: USUAL[part.kind] };
    const isTaken = !known.has(nameOf(part)) && ids.has(id);
    return { ...part, id: isTaken ? `${id}_new` : id, freedom };
  });
}

function nameOf(part: StandardPart): string {
  return part.kind === 'field' ? part.id : `${part.kind} ${part.content.name}`;
}

/** The workflow and the types belong to how a space works, also where they are the workspace’s own. */
const ALWAYS = ['type', 'status'];

async function capture(work: Work, space: string): Promise<Blueprint> {
  const reader = readerOf(work);
  const names = makePartNames(work, new Map());
  const records = await readWhere(reader, 'field', ['in', space]);
  const views = await readWhere(reader, 'view', ['space', space]);
  const descriptions = await readWhere(reader, DESCRIPTIONS, ['space', space]);
  const adaptations = new Map(
    records.map((record) => [textOf(record.values['adapts'] ?? record.id), record]),
  );
  const fields = work.model.entities.flatMap(({ name: entity }) =>
    work.state.fieldsIn(entity, space).flatMap((field) => {
      const adaptation = adaptations.get(field.id);
      const isCaptured = adaptation !== undefined || (entity === 'idea' && ALWAYS.includes(field.id));
      return isCaptured ? [fieldContent(names, { entity, field, adaptation }).content] : [];
    }),
  );
  return {
    fields,
    // The whole workspace reads a standard: what is for a few stays with them.
    views: views
      .filter(({ values }) => values['roadmap'] === undefined && values['access'] !== 'restricted')
      .map(({ values }) => viewContent(names, values).content),
    descriptions: descriptions.map(({ values }) => descriptionContent(values).content),
  };
}
