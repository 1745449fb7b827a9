import { textOf, type Json } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import type { FieldPlan, ViewPart } from '@throughline/model';
import { makePathIndex, makeSchema } from '@throughline/view';
import { createFromValues } from '../records/create-record.ts';
import { findAll } from '../rules/find-one.ts';
import type { Work } from '../work.ts';
import type { ViewOutcome } from './blueprint-report.ts';
import { fitView, type FittedView, type ViewPlace } from './fit-view.ts';
import { offeredFields } from './offered-fields.ts';

type ViewsRequest = {
  readonly space: string;
  readonly parts: readonly ViewPart[];
  readonly plans: readonly FieldPlan[];
  readonly idOf: ViewPlace['idOf'];
};

/** Makes the views that the space has not: one of the same name and layout is the same view. */
export async function applyViews(
  work: Work,
  { space, parts, plans, idOf }: ViewsRequest,
): Promise<readonly ViewOutcome[]> {
  if (parts.length === 0) return [];
  const entity = work.entity('view');
  const there = (await findAll(work, entity, { space, archivedAt: null, roadmap: null })).filter((view) =>
    work.may(entity, 'read', view),
  );
  const outcomes: ViewOutcome[] = [];
  for (const part of parts) {
    const known = there.find(
      ({ values }) => values['name'] === part.name && values['layout'] === part.layout,
    );
    if (known !== undefined) {
      outcomes.push({ name: part.name, id: known.id, outcome: 'there', dropped: [] });
      continue;
    }
    const schema = makeSchema({
      entity: part.entity,
      fields: offeredFields(work, part.entity, space),
      fieldType: work.model.findFieldType,
      paths: makePathIndex(work.model, part.entity, work.state.fieldsOf),
    });
    const fitted = fitView(part, { schema, plans, idOf });
    if (fitted === undefined)
      throw new Refusal('invalid_value', { message: `The view “${part.name}” cannot be read.` });
    const made = await createFromValues(work, entity, { values: valuesOf(part, fitted, space) });
    outcomes.push({ name: part.name, id: textOf(made.id), outcome: 'new', dropped: fitted.dropped });
  }
  return outcomes;
}

function valuesOf(
  { name, entity, layout, about, section, description }: ViewPart,
  { query, settings }: FittedView,
  space: string,
): Readonly<Record<string, Json>> {
  return {
    name,
    entity,
    layout,
    space,
    query: query as unknown as Json,
    ...(settings === undefined ? {} : { settings }),
    ...(about === undefined ? {} : { about }),
    ...(section === undefined ? {} : { section }),
    ...(description === undefined ? {} : { description }),
  };
}
