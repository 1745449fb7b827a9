import { textOf, type JsonObject } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import { planFields, type Field, type FieldPart, type FieldPlan } from '@throughline/model';
import { isAllowed } from '../access/authorise.ts';
import { createFromValues } from '../records/create-record.ts';
import type { Work } from '../work.ts';
import { addOptions } from './add-options.ts';
import type { FieldOutcome } from './blueprint-report.ts';
import { configIn } from './field-content.ts';
import { inMakingSteps } from './making-order.ts';
import { offeredFields } from './offered-fields.ts';
import { makePartNames, type PartNames } from './part-names.ts';
import { refreshed } from './refreshed.ts';

type FieldsRequest = {
  readonly space: string;
  readonly parts: readonly FieldPart[];
  /** Nothing is in the space yet: options are those of the blueprint alone. */
  readonly isFresh: boolean;
};

export type AppliedFields = {
  readonly fields: readonly FieldOutcome[];
  readonly plans: readonly FieldPlan[];
};

/** Makes what the space has not. Fields are for the whole workspace where the actor may make such, else the space's own. */
export async function applyFields(
  work: Work,
  { space, parts, isFresh }: FieldsRequest,
): Promise<AppliedFields> {
  const plans = planFields(parts, {
    offered: (entity) => offeredFields(work, entity, space),
    isTaken: (entity, key) => work.state.fieldsOf(entity).some((field) => field.key === key),
  });
  const outcomes = new Map<FieldPlan, FieldOutcome>();
  for (const plan of plans) {
    const isChanged = isFresh ? hasOwnOptions(plan) : plan.outcome === 'more';
    const isTaken = isChanged ? await addOptions(work, { plan, space, isFresh }) : true;
    outcomes.set(plan, { ...told(plan), ...(isTaken ? {} : { outcome: 'kept' }) });
  }
  const wanted = plans.filter(({ outcome }) => outcome === 'new' || outcome === 'renamed');
  for (const step of inMakingSteps(wanted, ({ part }) => part)) {
    const now = await refreshed(work);
    const names = namesOf(now, plans);
    for (const plan of step) await makeField(now, { plan, names, space });
  }
  return { fields: plans.flatMap((plan) => outcomes.get(plan) ?? []), plans };
}

/** A built-in field whose options the blueprint gives. */
function hasOwnOptions({ part: { config }, field }: FieldPlan): boolean {
  return field !== undefined && !field.id.startsWith('field_') && config.options !== undefined;
}

function told({ part, outcome, key, missing }: FieldPlan): FieldOutcome {
  const { name, entity, key: wanted } = part;
  return { name, entity, key, wanted, outcome, options: missing.map((option) => option.name) };
}

/** What the blueprint calls the fields that are there for it by now. */
export function namesOf(work: Work, plans: readonly FieldPlan[]): PartNames {
  const pairs = plans.flatMap(({ part: { entity, key: wanted }, key }) => {
    const id = work.state.fieldsOf(entity).find((field) => field.key === key)?.id;
    return id === undefined ? [] : [[`${entity}.${wanted}`, id] as const];
  });
  return makePartNames(work, new Map(pairs));
}

type Making = { readonly plan: FieldPlan; readonly names: PartNames; readonly space: string };

async function makeField(work: Work, { plan, names, space }: Making): Promise<Field['id']> {
  const entity = work.entity('field');
  const { part, key, outcome } = plan;
  const isForAll = isAllowed(work.state, work.actor, { entity, verb: 'create', subject: { space: null } });
  if (!isForAll && work.entity(part.entity).scope === 'workspace') throw mustBeForAll(work, part);
  const config = configIn(names, { entity: part.entity, config: part.config, to: 'workspace' });
  const values: JsonObject = {
    entity: part.entity,
    key,
    name: outcome === 'renamed' && isNameTaken(work, { part, space }) ? `${part.name} (${key})` : part.name,
    type: part.type,
    config: config as JsonObject,
    ...(part.about === undefined ? {} : { about: part.about }),
    ...(isForAll ? {} : { in: space }),
  };
  const made = await createFromValues(work, entity, { values });
  return textOf(made.id);
}

function isNameTaken(
  work: Work,
  { part, space }: { readonly part: FieldPart; readonly space: string },
): boolean {
  return offeredFields(work, part.entity, space).some(({ name }) => name === part.name);
}

function mustBeForAll(work: Work, { entity, name }: FieldPart): Refusal {
  const { many } = work.entity(entity).label;
  return new Refusal('forbidden', {
    message: `“${name}” would be a field of ${many}, for the whole workspace, and you may not make such.`,
    fix: 'Ask an admin of the workspace to use the template, or leave the field out.',
  });
}
