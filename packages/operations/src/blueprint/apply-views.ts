import { textOf } from '@throughline/base';
import type { FieldPlan, ViewPart } from '@throughline/model';
import { createFromValues } from '../records/create-record.ts';
import { findAll } from '../rules/find-one.ts';
import type { Work } from '../work.ts';
import type { ViewOutcome } from './blueprint-report.ts';
import { fitView } from './fit-view.ts';
import { offeredSchema } from './offered-fields.ts';
import type { PartNames } from './part-names.ts';

type ViewsRequest = {
  readonly space: string;
  readonly parts: readonly ViewPart[];
  readonly plans: readonly FieldPlan[];
  readonly names: PartNames;
};

/** Makes the views that the space has not: one of the same name and layout is the same view. */
export async function applyViews(
  work: Work,
  { space, parts, plans, names }: ViewsRequest,
): Promise<readonly ViewOutcome[]> {
  if (parts.length === 0) return [];
  const entity = work.entity('view');
  const there = (await findAll(work, entity, { space, archivedAt: null, roadmap: null })).filter((view) =>
    work.may(entity, 'read', view),
  );
  const outcomes: ViewOutcome[] = [];
  for (const part of parts) {
    const { name, section = null, description = null } = part;
    const known = there.find(({ values }) => values['name'] === name && values['layout'] === part.layout);
    if (known !== undefined) {
      outcomes.push({ name, id: known.id, outcome: 'there', dropped: [] });
      continue;
    }
    const schema = offeredSchema(work, part.entity, space);
    const { values, dropped } = fitView(part, { schema, plans, names });
    const made = await createFromValues(work, entity, { values: { ...values, space, section, description } });
    outcomes.push({ name, id: textOf(made.id), outcome: 'new', dropped });
  }
  return outcomes;
}
