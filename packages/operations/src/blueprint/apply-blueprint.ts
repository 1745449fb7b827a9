/**
 * Sets up in a space what a blueprint says, in one act: what is there stays as it is, what is not is made, and all of it
 * is told. Rights are those of making each part by hand.
 */
import type { StoredRecord } from '@throughline/db';
import type { Blueprint } from '@throughline/model';
import { untouchedStart } from '../rules/start-views.ts';
import type { Work } from '../work.ts';
import { applyDescriptions } from './apply-descriptions.ts';
import { applyFields, namesOf } from './apply-fields.ts';
import { applyViews } from './apply-views.ts';
import type { BlueprintReport } from './blueprint-report.ts';
import type { PartNames } from './part-names.ts';
import { refreshed } from './refreshed.ts';

export type BlueprintRequest = {
  /** The space's id. */
  readonly space: string;
  readonly blueprint: Blueprint;
  /** The space has just been made: where nothing has happened in it, what it began with gives way. */
  readonly isStart?: boolean;
};

export type Applied = {
  readonly report: BlueprintReport;
  /** The work in what is there now. */
  readonly work: Work;
  readonly names: PartNames;
};

export async function applyBlueprint(
  given: Work,
  { space, blueprint, isStart = false }: BlueprintRequest,
): Promise<Applied> {
  const start = isStart ? await untouchedStart(given, space) : null;
  const isFresh = start !== null;
  const { fields, plans } = await applyFields(given, { space, parts: blueprint.fields, isFresh });
  const work = await refreshed(given);
  const names = namesOf(work, plans);
  for (const view of blueprint.views.length === 0 ? [] : (start ?? [])) await archive(work, view);
  const views = await applyViews(work, { space, parts: blueprint.views, plans, names });
  const descriptions = await applyDescriptions(work, { space, parts: blueprint.descriptions });
  return { report: { fields, views, descriptions, examples: 0 }, work, names };
}

async function archive(work: Work, view: StoredRecord): Promise<void> {
  const entity = work.entity('view');
  work.allow(entity, 'archive', view);
  await work.update(entity, view, { values: { archivedAt: work.now }, verb: 'archive' });
}
