import { textOf } from '@throughline/base';
import type { DescriptionPart } from '@throughline/model';
import { createFromValues } from '../records/create-record.ts';
import { findAll } from '../rules/find-one.ts';
import type { Work } from '../work.ts';
import type { DescriptionOutcome } from './blueprint-report.ts';
import { DESCRIPTIONS, descriptionValues } from './description-content.ts';

type DescriptionsRequest = { readonly space: string; readonly parts: readonly DescriptionPart[] };

/** Makes the description templates that the space has not, by name. A default that is there stays the default. */
export async function applyDescriptions(
  work: Work,
  { space, parts }: DescriptionsRequest,
): Promise<readonly DescriptionOutcome[]> {
  if (parts.length === 0) return [];
  const entity = work.entity(DESCRIPTIONS);
  const there = await findAll(work, entity, { space, archivedAt: null });
  const outcomes: DescriptionOutcome[] = [];
  for (const part of parts) {
    const { name, forType = '' } = part;
    const known = there.find(({ values }) => values['name'] === name);
    if (known !== undefined) {
      outcomes.push({ name, id: known.id, outcome: 'there' });
      continue;
    }
    const hasDefault = there.some(
      ({ values }) => values['isDefault'] === true && textOf(values['forType']) === forType,
    );
    const content = { ...part, isDefault: part.isDefault && !hasDefault };
    const values = { ...descriptionValues({ kind: 'description', content }), space };
    const made = await createFromValues(work, entity, { values });
    outcomes.push({ name, id: textOf(made.id), outcome: 'new' });
  }
  return outcomes;
}
