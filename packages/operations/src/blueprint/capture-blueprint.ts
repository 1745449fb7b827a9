/** How a space works, as far as the actor may see it, as a blueprint that names nobody and no record. */
import { compareCodePoints, textOf } from '@throughline/base';
import type { StoredRecord } from '@throughline/db';
import type { Blueprint, ViewPart } from '@throughline/model';
import { findAll, findOne } from '../rules/find-one.ts';
import type { Work } from '../work.ts';
import { captureFields, type CapturedFields } from './capture-fields.ts';
import { DESCRIPTIONS, descriptionContent } from './description-content.ts';
import { mustTellSpace } from './must-tell-space.ts';
import { offeredFields, offeredSchema } from './offered-fields.ts';
import { makePartNames } from './part-names.ts';
import { portableQuery } from './portable.ts';
import { viewContent } from './view-content.ts';

export type CaptureRequest = {
  /** The space's id. */
  readonly space: string;
  /** Id of the one view to take; where left out, all that are not for a few alone, and the description templates. */
  readonly view?: string;
  readonly fields: CapturedFields;
};

/** Refuses those who may not tell how the space works. */
export async function captureBlueprint(
  work: Work,
  { space, view: only, fields }: CaptureRequest,
): Promise<Blueprint> {
  mustTellSpace(work, space);
  const views: ViewPart[] = [];
  const shown = await readableViews(work, space);
  for (const view of shown)
    if (only === undefined ? view.values['access'] !== 'restricted' : view.id === only)
      views.push(...(await viewParts(work, view, space)));
  const texts =
    only === undefined ? await findAll(work, work.entity(DESCRIPTIONS), { space, archivedAt: null }) : [];
  return {
    fields: await captureFields(work, { space, views, fields }),
    views,
    descriptions: byRank(texts).map(({ values }) => descriptionContent(values).content),
  };
}

async function readableViews(work: Work, space: string): Promise<readonly StoredRecord[]> {
  const entity = work.entity('view');
  const all = await findAll(work, entity, { space, archivedAt: null, roadmap: null });
  return byRank(all.filter((view) => work.may(entity, 'read', view)));
}

function byRank(records: readonly StoredRecord[]): readonly StoredRecord[] {
  return records.toSorted((a, b) => compareCodePoints(textOf(a.values['rank']), textOf(b.values['rank'])));
}

/** Nothing of a view that cannot be read any more. */
async function viewParts(
  work: Work,
  { id, values }: StoredRecord,
  space: string,
): Promise<readonly ViewPart[]> {
  const entity = textOf(values['entity']);
  const query = portableQuery(values['query'] ?? { entity }, offeredSchema(work, entity, space));
  if (query === undefined) return [];
  const names = makePartNames({
    model: work.model,
    state: { fieldsOf: (name) => offeredFields(work, name, space) },
  });
  const document = await findOne(work, work.entity('document'), { record: id, field: 'description' });
  const texts = { section: textOf(values['section']), description: textOf(document?.values['text']) };
  const given = Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));
  return [{ ...viewContent(names, { ...values, query }).content, ...given }];
}
