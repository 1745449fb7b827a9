import { isEqualJson, must, type Json } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import type { StoredRecord } from '@throughline/db';
import { sameOption, type FieldPlan, type Option } from '@throughline/model';
import { createFromValues } from '../records/create-record.ts';
import { updateFromValues } from '../records/update-record.ts';
import { findOne } from '../rules/find-one.ts';
import type { Work } from '../work.ts';

type OptionsRequest = {
  readonly plan: FieldPlan;
  readonly space: string;
  /** Nothing is in the space yet: it takes the blueprint's options whole. */
  readonly isFresh: boolean;
};

/**
 * Gives a field of the space the options of a blueprint; a field that other spaces have too changes in this one alone.
 * False where the actor may not change it, or a standard keeps it.
 */
export async function addOptions(work: Work, { plan, space, isFresh }: OptionsRequest): Promise<boolean> {
  const field = must(plan.field);
  const own = field.config.options ?? [];
  const given = plan.part.config.options ?? [];
  const options = isFresh ? given.map((option) => keyed(option, plan)) : [...own, ...plan.missing];
  if (isEqualJson(options as unknown as Json, own as unknown as Json)) return true;
  const known = await recordOf(work, field.id, space);
  const entity = work.entity('field');
  const config = { ...field.config, options } as unknown as Json;
  if (known === undefined) {
    if (!work.may(entity, 'create', { id: '', values: { in: space } })) return false;
    const values = { entity: plan.part.entity, key: field.key, name: field.name, config, in: space };
    const adapts = field.id.startsWith('field_') ? { adapts: field.id } : {};
    await createFromValues(work, entity, { values: { ...values, ...adapts } });
    return true;
  }
  return work.may(entity, 'update', known) && isTaken(work, known, config);
}

/** How the space has the field: the field itself where it is the space’s own. */
async function recordOf(work: Work, field: string, space: string): Promise<StoredRecord | undefined> {
  const entity = work.entity('field');
  if (work.state.homeOf(field) === space) return work.find(entity, field, { lock: true });
  return findOne(work, entity, { in: space, adapts: field, archivedAt: null });
}

async function isTaken(work: Work, record: StoredRecord, config: Json): Promise<boolean> {
  try {
    await updateFromValues(work, work.entity('field'), { record, values: { config } });
    return true;
  } catch (error) {
    // A standard that keeps its options is no reason to go without the rest: it is told.
    if (error instanceof Refusal && error.code === 'not_possible') return false;
    throw error;
  }
}

/** An option that is there keeps its key: records have it. */
function keyed(option: Option, { field }: FieldPlan): Option {
  const known = field === undefined ? undefined : sameOption(field, option);
  return known === undefined ? option : { ...option, key: known.key };
}
