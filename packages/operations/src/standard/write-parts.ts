/** Gives a space the parts of a standard as planned, and tells what stands for each. */
import type { Json, JsonObject } from '@throughline/base';
import type { StoredRecord } from '@throughline/db';
import type { AdoptedPart, Values } from '@throughline/model';
import { creationRank } from '../rules/creation-rank.ts';
import { declareRollups } from '../rules/declare-rollups.ts';
import type { NewRecord, Work } from '../work.ts';
import { DESCRIPTIONS, descriptionValues } from '../blueprint/description-content.ts';
import type { FieldPartContent } from '../blueprint/field-content.ts';
import type { Plan, PartPlan } from './plan-parts.ts';
import { viewValues } from '../blueprint/view-content.ts';

export type Written = { readonly standard: string; readonly space: string; readonly plan: Plan };

export async function writeParts(
  work: Work,
  { standard, space, plan }: Written,
): Promise<readonly AdoptedPart[]> {
  await makeFields(work, { standard, space, plan });
  const made = new Map<string, NewRecord[]>();
  const adopted: AdoptedPart[] = [];
  for (const each of plan.parts) {
    const field = each.field === undefined ? {} : { field: each.field.id };
    const base = { part: each.part.id, freedom: each.part.freedom, ...field };
    if (each.act === 'elsewhere' || each.act === 'missing') {
      const keptBy = each.keptBy === undefined ? {} : { keptBy: each.keptBy };
      adopted.push({ ...base, record: null, ...keptBy });
      continue;
    }
    if (each.leftover !== undefined)
      await work.update(work.entity('field'), each.leftover, {
        values: { archivedAt: work.now },
        verb: 'archive',
      });
    const name = { field: 'field', view: 'view', description: DESCRIPTIONS }[each.part.kind];
    const entity = work.entity(name);
    const values = valuesOf(plan, { each, space });
    const id = each.record?.id ?? work.newId(entity.prefix);
    adopted.push({ ...base, record: id });
    if (each.record !== undefined) await work.update(entity, each.record, { values });
    else
      made.set(name, [
        ...(made.get(name) ?? []),
        { id, values: withPlace(work, made, { values, name, space }) },
      ]);
  }
  for (const [name, records] of made) await work.insert(work.entity(name), records);
  return adopted;
}

/** Fields that no space had, and those that were one space's and now are for all that adopt. */
async function makeFields(work: Work, { standard, plan }: Written): Promise<void> {
  const entity = work.entity('field');
  const made = plan.parts.flatMap(({ field, part }) => (field?.made ? [{ field: field.made, part }] : []));
  const rollups = made.filter(({ field }) => field.type === 'formula');
  for (const { field, part } of rollups)
    await declareRollups(plan.fields.work, entityOf(part.content), field);
  const records = made.map(({ field, part }, index) => {
    const { id, ...values } = field;
    const rank = creationRank(Date.parse(work.now), work.changes.length + index);
    return { id, values: { ...values, entity: entityOf(part.content), standard, rank } as unknown as Values };
  });
  if (records.length > 0) await work.insert(entity, records);
  for (const { field } of plan.parts) {
    if (field?.isPromoted !== true) continue;
    const record = await work.find(entity, field.id, { lock: true });
    if (record) await work.update(entity, record, { values: { in: null, standard } });
  }
}

function entityOf(content: PartPlan['content']['content']): string {
  return 'entity' in content ? content.entity : 'idea';
}

type Placed = { readonly each: PartPlan; readonly space: string };

function valuesOf({ fields }: Plan, { each, space }: Placed): Values {
  const { content } = each;
  if (content.kind === 'view') return viewValues(fields.names, content);
  if (content.kind === 'description') return descriptionValues(content);
  return adaptationValues(fields.work, { content, space, id: each.field?.id ?? '' });
}

type Adapting = { readonly content: FieldPartContent; readonly space: string; readonly id: string };

/** How the space has the field: its name and options; what it means is said once, for all. */
function adaptationValues(work: Work, { content, space, id }: Adapting): Values {
  const { entity, key, name, type, about = null } = content.content;
  const { options, rules } = content.content.config;
  const field = work.state.fieldsOf(entity).find((each) => each.id === id);
  const config = { ...(options === undefined ? {} : { options }), ...(rules === undefined ? {} : { rules }) };
  return {
    key: field?.key ?? key,
    name,
    type,
    entity,
    in: space,
    adapts: id,
    about,
    config: config as unknown as JsonObject,
  };
}

type Making = { readonly values: Values; readonly name: string; readonly space: string };

function withPlace(
  work: Work,
  made: ReadonlyMap<string, readonly NewRecord[]>,
  { values, name, space }: Making,
): Values {
  const index = work.changes.length + (made.get(name)?.length ?? 0);
  const rank = creationRank(Date.parse(work.now), index);
  const owner = name === 'view' && work.actor.person !== null ? { owner: work.actor.person } : {};
  const given: Record<string, Json> = { ...values, ...owner, rank };
  return name === 'field' ? given : { ...given, space };
}

export function adoptionValues(adopted: readonly AdoptedPart[], { values }: StoredRecord): Values {
  return {
    name: values['name'] ?? null,
    version: values['version'] ?? null,
    parts: adopted as unknown as Json,
  };
}
