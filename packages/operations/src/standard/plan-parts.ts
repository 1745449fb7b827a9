/** What becomes of each part when a space takes a version of a standard. Nothing is written. */
import { textOf, type Json } from '@throughline/base';
import type { StoredRecord } from '@throughline/db';
import {
  aspectsOf,
  diffAspects,
  diffPart,
  mergePart,
  type AdoptedPart,
  type Difference,
  type PartContent,
  type PlanAct,
  type PlanNote,
  type ShownPlan,
  type StandardPart,
} from '@throughline/model';
import { roleOf } from '../access/authorise.ts';
import { findAll } from '../rules/find-one.ts';
import type { Work } from '../work.ts';
import { countValues } from './count-values.ts';
import { fieldContent } from '../blueprint/field-content.ts';
import { findAlike, type Alike } from './find-alike.ts';
import { planFields, type FieldPlan, type FieldPlans } from './plan-fields.ts';
import { adoptedParts, readerOf, readWhere } from './read-adoptions.ts';
import { contentOf } from './read-parts.ts';

export type PartPlan = {
  readonly part: StandardPart;
  readonly act: PlanAct;
  /** What stands for it now. */
  readonly record: StoredRecord | undefined;
  readonly field?: FieldPlan;
  /** As it will be. */
  readonly content: PartContent;
  /** From what the space has to what it will have. */
  readonly changes: readonly Difference[];
  /** From the standard to what the space will have. */
  readonly own: readonly Difference[];
  readonly notes: readonly PlanNote[];
  /** Of an earlier meaning of the field: nobody used it, and it goes. */
  readonly leftover?: StoredRecord;
  readonly keptBy?: string;
};

export type PlanAsked = {
  readonly standard: string;
  readonly space: string;
  readonly next: readonly StandardPart[];
  /** As the space took it before; none when it adopts. */
  readonly base: readonly StandardPart[];
  readonly adoption: StoredRecord | undefined;
  /** Parts that the space wants as the standard has them, whatever it changed. */
  readonly take: readonly string[];
};

export type Plan = {
  readonly parts: readonly PartPlan[];
  /** Names of what is no longer part of the standard, and stays as the space's own. */
  readonly dropped: readonly string[];
  readonly fields: FieldPlans;
};

export async function planParts(work: Work, asked: PlanAsked): Promise<Plan> {
  const adopted = asked.adoption === undefined ? [] : adoptedParts(asked.adoption);
  const fields = await planFields(work, {
    space: asked.space,
    parts: asked.next,
    known: await knownFields(work, asked, adopted),
  });
  const others = await partsFromOthers(work, asked);
  const alike = await findAlike(work, { space: asked.space, taken: others, plans: fields });
  const parts: PartPlan[] = [];
  for (const part of asked.next) {
    const before = adopted.find((each) => each.part === part.id && each.keptBy === undefined);
    parts.push(await planPart(work, { ...asked, part, before, fields, others, alike }));
  }
  const dropped = asked.base.filter(({ id }) => !asked.next.some((part) => part.id === id));
  return { parts, dropped: dropped.map(({ content }) => content.name), fields };
}

/** By part: what the space has for it, then what other spaces have. */
async function knownFields(
  work: Work,
  { standard }: PlanAsked,
  adopted: readonly AdoptedPart[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const others = await readWhere(readerOf(work), 'adoption', ['standard', standard]);
  const known = new Map<string, string[]>();
  for (const { part, field, keptBy } of [...adopted, ...others.flatMap(adoptedParts)])
    if (field !== undefined && keptBy === undefined) known.set(part, [...(known.get(part) ?? []), field]);
  return known;
}

/** By record, the name of the other standard of the space that keeps it. */
async function partsFromOthers(
  work: Work,
  { space, standard }: PlanAsked,
): Promise<ReadonlyMap<string, string>> {
  const adoptions = await readWhere(readerOf(work), 'adoption', ['space', space]);
  const others = adoptions.filter(({ values }) => values['standard'] !== standard);
  return new Map(
    others.flatMap((adoption) =>
      adoptedParts(adoption).flatMap(({ record }) =>
        record === null ? [] : [[record, textOf(adoption.values['name'])] as const],
      ),
    ),
  );
}

type Asked = PlanAsked & {
  readonly part: StandardPart;
  readonly before: AdoptedPart | undefined;
  readonly fields: FieldPlans;
  readonly others: ReadonlyMap<string, string>;
  readonly alike: Alike;
};

async function planPart(work: Work, asked: Asked): Promise<PartPlan> {
  const { part, before, others } = asked;
  const field = asked.fields.plans.get(part.id);
  const { record, current, former } = await findCurrent(work, asked, field);
  const keptBy = record && others.get(record.id);
  const plan = { part, record, ...(field === undefined ? {} : { field }) };
  if (keptBy !== undefined)
    return { ...plan, act: 'elsewhere', content: part, changes: [], own: [], notes: [], keptBy };
  const isGone = before !== undefined && record === undefined && former === undefined;
  const isTaken = asked.take.includes(part.id);
  if (isGone && part.freedom === 'override' && !isTaken)
    return { ...plan, act: 'missing', content: part, changes: [], own: [], notes: [] };
  const content = current === undefined || isTaken ? part : mergeInto(asked, current, record);
  const changes = current === undefined ? [] : diffAspects(aspectsOf(current), aspectsOf(content));
  const left = former === undefined ? undefined : await leaveFormer(work, asked, former);
  return {
    ...plan,
    act: actOf({ record, current, before }, changes),
    content,
    changes,
    own: diffPart(part, content).differences,
    notes: [
      ...(left?.notes ?? []),
      ...noteField(work, field, part),
      ...(current === undefined ? [] : await noteOptions(work, asked, { changes, field })),
    ],
    ...(left?.isUnused === true && former !== undefined ? { leftover: former } : {}),
  };
}

type Found = Pick<Current, 'record' | 'current'> & Pick<Asked, 'before'>;

function actOf({ record, current, before }: Found, changes: readonly Difference[]): PlanAct {
  if (record === undefined) return current === undefined || before !== undefined ? 'make' : 'match';
  if (before === undefined) return 'match';
  return changes.length > 0 ? 'change' : 'keep';
}

/** What a space had before it adopted the standard gives way, save what may be added. */
function mergeInto(
  { part, base, before }: Asked,
  current: PartContent,
  record: StoredRecord | undefined,
): PartContent {
  if (record === undefined) return part;
  const { freedom } = part;
  if (before === undefined) {
    const isKept = freedom === 'fixed' ? freedom : 'extend';
    return mergePart({ base: undefined, next: part as PartContent, current, freedom: isKept });
  }
  const then: PartContent | undefined = base.find(({ id }) => id === part.id);
  return mergePart({ base: then, next: part as PartContent, current, freedom });
}

type Current = {
  readonly record: StoredRecord | undefined;
  readonly current: PartContent | undefined;
  /** Says how the space has the field that stood for the part before, of another meaning. */
  readonly former?: StoredRecord;
};

async function findCurrent(
  work: Work,
  { part, before, fields, space, alike }: Asked,
  field: FieldPlan | undefined,
): Promise<Current> {
  const reader = { ...readerOf(fields.work) };
  const byPart = new Map([...fields.plans].map(([id, plan]) => [id, plan.id]));
  const read = (record: StoredRecord): PartContent | undefined => contentOf(reader, record, byPart);
  const id = before?.record ?? null;
  const known = id === null ? undefined : await findLive(work, id);
  if (field === undefined) {
    const record = known ?? (before === undefined ? alike.find(part) : undefined);
    return { record, current: record && read(record) };
  }
  const { entity } = part.content as { readonly entity: string };
  const [record] = await findAll(work, work.entity('field'), {
    entity,
    in: space,
    adapts: field.id,
    archivedAt: null,
  });
  const former = known !== undefined && known.id !== record?.id ? { former: known } : {};
  if (record !== undefined) return { record, current: read(record), ...former };
  const whole = work.state.fieldsIn(entity, space).find(({ id }) => id === field.id);
  const isHere = whole !== undefined && work.state.isOffered(field.id, space);
  const names = fields.names;
  const seen = isHere ? fieldContent(names, { entity, field: whole, about: undefined }) : undefined;
  return { record: undefined, current: known === undefined ? seen : read(known), ...former };
}

async function findLive(work: Work, id: string): Promise<StoredRecord | undefined> {
  const entity = work.model.entityOfId(id);
  const record = entity && (await work.find(entity, id, { lock: true }));
  return record?.values['archivedAt'] === undefined ? record : undefined;
}

async function leaveFormer(
  work: Work,
  { space, part }: Asked,
  { values }: StoredRecord,
): Promise<{ readonly isUnused: boolean; readonly notes: readonly PlanNote[] }> {
  const { entity } = part.content as { readonly entity: string };
  const count = await countValues(work, { entity, space, field: textOf(values['adapts']) });
  const name = textOf(values['name']);
  return { isUnused: count === 0, notes: count === 0 ? [] : [{ code: 'values_stay', name, count }] };
}

function noteField(
  { state, actor }: Work,
  field: FieldPlan | undefined,
  { content: { name } }: StandardPart,
): readonly PlanNote[] {
  if (field?.isPromoted === true) return [{ code: 'becomes_shared', name }];
  if (field?.made === undefined || field.beside === undefined) return [];
  const { id, key, name: taker } = field.beside;
  const home = state.homeOf(id);
  const isSeen = home === null || roleOf(state, actor, home) !== null;
  return [{ code: 'key_taken', name: isSeen ? taker : key, key: field.made.key }];
}

type Changed = { readonly changes: readonly Difference[]; readonly field: FieldPlan | undefined };

/** Options that go while records have them. */
async function noteOptions(
  work: Work,
  { part, space }: Asked,
  { changes, field }: Changed,
): Promise<readonly PlanNote[]> {
  if (field === undefined || part.kind !== 'field') return [];
  const notes: PlanNote[] = [];
  for (const { aspect, before, after } of changes) {
    if (!aspect.startsWith('option/') || after !== null) continue;
    const asked = { entity: part.content.entity, space, field: field.id };
    const count = await countValues(work, asked, aspect.slice('option/'.length));
    const { name = aspect } = before as Readonly<Record<string, string>>;
    if (count > 0) notes.push({ code: 'option_in_use', name, count });
  }
  return notes;
}

/** A plan as it is shown: without what only writing needs. */
export function shownPlan({ parts, dropped }: Plan): Json {
  const items = parts.map(({ part, act, changes, own, notes, keptBy }) => ({
    part: part.id,
    kind: part.kind,
    name: part.content.name,
    freedom: part.freedom,
    act,
    changes,
    own,
    notes,
    ...(keptBy === undefined ? {} : { keptBy }),
  }));
  const shown: ShownPlan = { parts: items, dropped };
  return shown as unknown as Json;
}
