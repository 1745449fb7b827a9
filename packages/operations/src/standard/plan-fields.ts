/**
 * Which fields stand for the parts of a standard in a space. A field is shared by all spaces that have the part with
 * the same meaning; one whose key is taken by something else gets another key beside it.
 */
import { freeFieldKey, type Field, type StandardPart } from '@throughline/model';
import { configIn, isSameMeaning, type FieldPartContent } from '../blueprint/field-content.ts';
import { inMakingSteps } from '../blueprint/making-order.ts';
import { makePartNames, type PartNames } from '../blueprint/part-names.ts';
import { checkConfiguration } from '../rules/field-configuration.ts';
import { checkNewKey } from '../rules/field-key.ts';
import type { Work } from '../work.ts';

export type FieldPlan = {
  readonly id: string;
  /** To be made. */
  readonly made?: Field;
  /** Was the space's alone, and becomes the one of all that adopt the standard. */
  readonly isPromoted?: boolean;
  /** Took the key. */
  readonly beside?: Field;
};

export type FieldPlans = {
  /** By part. */
  readonly plans: ReadonlyMap<string, FieldPlan>;
  readonly names: PartNames;
  /** The work as it will be with the fields that are to be made. */
  readonly work: Work;
};

type FieldPart = StandardPart & FieldPartContent;

export type FieldsAsked = {
  readonly space: string;
  readonly parts: readonly StandardPart[];
  /** By part, the fields that stand for it here or elsewhere, the best first. */
  readonly known: ReadonlyMap<string, readonly string[]>;
};

export async function planFields(work: Work, asked: FieldsAsked): Promise<FieldPlans> {
  const archived = await archivedKeys(work);
  const plans = new Map<string, FieldPlan>();
  const made = new Map<string, Field[]>();
  const fieldsOf = (entity: string): readonly Field[] => [
    ...work.state.fieldsOf(entity),
    ...(made.get(entity) ?? []),
  ];
  // Fields of the standard stand in formulas also where only spaces have them that the actor does not see.
  const seen: Work = { ...work, state: { ...work.state, fieldsOf, fieldsAmong: fieldsOf } };
  const namesNow = (): PartNames =>
    makePartNames(seen, new Map([...plans].map(([part, { id }]) => [part, id])));
  const fields = asked.parts.filter((part): part is FieldPart => part.kind === 'field');
  for (const part of inMakingSteps(fields, ({ content }) => content).flat()) {
    const { entity } = part.content;
    const plan = planField(seen, part, { ...asked, names: namesNow(), plans, archived });
    plans.set(part.id, plan);
    if (plan.made) made.set(entity, [...(made.get(entity) ?? []), plan.made]);
  }
  return { plans, names: namesNow(), work: seen };
}

type Known = FieldsAsked & {
  readonly names: PartNames;
  readonly plans: ReadonlyMap<string, FieldPlan>;
  /** Keys that were given once, `idea reach`. */
  readonly archived: ReadonlySet<string>;
};

function planField(work: Work, part: FieldPart, asked: Known): FieldPlan {
  const { space, known, names, plans, archived } = asked;
  const { entity, key, name, type } = part.content;
  const builtIn = work.entity(entity).fields.find((field) => field.key === key);
  if (builtIn !== undefined) return { id: builtIn.id };
  const fields = work.state.fieldsOf(entity);
  const config = configIn(names, { entity, config: part.content.config, to: 'workspace' });
  const holder = fields.find((field) => field.key === key);
  const used = new Set([...plans.values()].map(({ id }) => id));
  const fits = (field: Field): boolean => !used.has(field.id) && isSameMeaning(field, { type, config });
  for (const id of known.get(part.id) ?? []) {
    const field = fields.find((each) => each.id === id);
    if (field !== undefined && work.state.homeOf(id) === null && fits(field)) return { id };
  }
  if (holder !== undefined && fits(holder)) {
    const home = work.state.homeOf(holder.id);
    // What it says of the workspace's records was for its space alone, and is not opened to all.
    const isOwn = home === space && work.entity(entity).scope === 'space';
    if (home === null || isOwn) return { id: holder.id, isPromoted: home !== null };
  }
  const isTaken = (each: string): boolean =>
    archived.has(`${entity} ${each}`) || fields.some((field) => field.key === each);
  const id = work.newId('field');
  const made = { id, key: isTaken(key) ? freeFieldKey(key, isTaken) : key, name, type };
  checkNewKey(work, entity, made.key);
  const checked = checkConfiguration(
    work,
    { ...made, entity, isTypeGiven: false },
    JSON.parse(JSON.stringify(config)),
  );
  return {
    id,
    made: { ...made, config: checked as unknown as Field['config'] },
    ...(holder === undefined ? {} : { beside: holder }),
  };
}

async function archivedKeys(work: Work): Promise<ReadonlySet<string>> {
  const { rows } = await work.tx.query<{ entity: string; key: string }>(
    'select entity, key from field where workspace_id = $1 and archived_at is not null',
    [work.state.id],
  );
  return new Set(rows.map(({ entity, key }) => `${entity} ${key}`));
}
