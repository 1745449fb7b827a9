import { textOf, type JsonObject } from '@throughline/base';
import { planFields, type Field, type FieldPart, type FieldPlan } from '@throughline/model';
import { isAllowed } from '../access/authorise.ts';
import { createFromValues } from '../records/create-record.ts';
import type { Work } from '../work.ts';
import { addOptions } from './add-options.ts';
import type { FieldOutcome } from './blueprint-report.ts';
import { configFor } from './config-for.ts';
import { offeredFields } from './offered-fields.ts';
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
  for (const step of inSteps(plans)) {
    const now = await refreshed(work);
    for (const plan of step) await makeField(now, { plan, plans, space });
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

/** What is to be made, each step resting on those before: values, then what shows or adds up others, then formulas. */
function inSteps(plans: readonly FieldPlan[]): readonly (readonly FieldPlan[])[] {
  const wanted = plans.filter(({ outcome }) => outcome === 'new' || outcome === 'renamed');
  const isFormula = ({ part }: FieldPlan): boolean => part.type === 'formula';
  const rests = ({ part: { type, config } }: FieldPlan): boolean =>
    type === 'rollup' || config.mirrors !== undefined;
  const formulas = byUse(wanted.filter(isFormula)).map((formula) => [formula]);
  const values = wanted.filter((plan) => !isFormula(plan) && !rests(plan));
  return [values, wanted.filter((plan) => !isFormula(plan) && rests(plan)), ...formulas].filter(
    (step) => step.length > 0,
  );
}

/** Formulas behind those that they name. Those that name each other stay, and are refused when they are made. */
function byUse(formulas: readonly FieldPlan[]): readonly FieldPlan[] {
  const sorted: FieldPlan[] = [];
  let rest = formulas;
  while (rest.length > 0) {
    const open = new Set(rest.map(({ part }) => part.key));
    const names = ({ part }: FieldPlan): readonly string[] => part.config.expression?.match(/\w+/g) ?? [];
    const ready = rest.filter((plan) => !names(plan).some((name) => open.has(name)));
    const next = ready.length === 0 ? rest : ready;
    sorted.push(...next);
    rest = rest.filter((plan) => !next.includes(plan));
  }
  return sorted;
}

type Making = { readonly plan: FieldPlan; readonly plans: readonly FieldPlan[]; readonly space: string };

async function makeField(work: Work, { plan, plans, space }: Making): Promise<Field['id']> {
  const entity = work.entity('field');
  const { part, key, outcome } = plan;
  const isForAll = isAllowed(work.state, work.actor, { entity, verb: 'create', subject: { space: null } });
  const config = configFor(work, { plan, plans, space });
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
