/** How a space is set up, as parts of a standard: its own fields and option sets, its views, its description templates. */
import { partsOf, type Freedom, type PartKind, type StandardPart } from '@throughline/model';
import { captureBlueprint } from '../blueprint/capture-blueprint.ts';
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
  const { views, ...rest } = await captureBlueprint(work, { space, fields: 'own' });
  // Where a view stands and what is written above it are the space's own matter.
  const bare = views.map(({ section: _section, description: _description, ...view }) => view);
  const fresh = partsOf({ ...rest, views: bare });
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
