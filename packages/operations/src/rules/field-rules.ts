import { makeOptionKey, type Entity, type Field, type FieldConfig, type Values } from '@throughline/model';
import { type JsonObject, textOf } from '@throughline/base';
import type { Work } from '../work.ts';
import { mustKeepStandard, mustNotBeKept } from '../standard/keep-standard.ts';
import { adaptationOf, checkAdaptation } from './adapt-field.ts';
import { creationRank } from './creation-rank.ts';
import { declareRollups } from './declare-rollups.ts';
import { checkConfiguration } from './field-configuration.ts';
import { checkNewKey, fieldRefusal } from './field-key.ts';
import { checkSortable } from './check-sortable.ts';
import type { EntityRules } from './rules.ts';

export const fieldRules: EntityRules = {
  prepare: async (work, values) => {
    const entity = work.model.findEntity(textOf(values['entity'] ?? ''));
    if (!entity?.hasCustomFields) {
      throw fieldRefusal(
        'entity',
        'Fields can be added to ideas, feedback, insights, companies and contacts.',
      );
    }
    const rank = creationRank(Date.parse(work.now), work.changes.length);
    const adapted = adaptationOf(work, entity, values);
    if (adapted) return { rank, ...values, ...(await checkAdaptation(work, adapted, values)) };
    if (entity.scope === 'workspace' && (values['in'] ?? null) !== null) {
      const many = entity.label.many;
      throw fieldRefusal('in', `Fields of ${many} are for the whole workspace, as ${many} are.`);
    }
    return { rank, ...values, ...(await checkNewField(work, entity, values)) };
  },
  prepareUpdate: async (work, record, values) => {
    for (const fixed of ['key', 'entity', 'type']) {
      if (values[fixed] !== undefined && values[fixed] !== record.values[fixed]) {
        throw fieldRefusal(fixed, `A field keeps its ${fixed}; values and formulas depend on it.`);
      }
    }
    if (values['config'] === undefined) return values;
    const entity = work.entity(textOf(record.values['entity']));
    const adapted = adaptationOf(work, entity, record.values);
    if (adapted) {
      const { config } = await checkAdaptation(work, adapted, { ...record.values, ...values }, record.id);
      return { ...values, config: config ?? null };
    }
    const { key, name, type } = record.values as Readonly<Record<string, string>>;
    const config = await checkMeaning(work, entity, {
      field: { id: record.id, key: String(key), name: String(name), type: String(type) },
      config: (values['config'] ?? {}) as JsonObject,
      isTypeGiven: true,
    });
    return { ...values, config };
  },
  checkUpdate: async (work, record, values) => mustKeepStandard(work, record, values),
  beforeArchive: async (work, record) => mustNotBeKept(work, record),
};

async function checkNewField(work: Work, entity: Entity, values: Values): Promise<Values> {
  const name = textOf(values['name'] ?? '');
  const key = textOf(values['key'] ?? makeOptionKey(name).toLowerCase());
  const builtIn = entity.fields.find((field) => field.key === key);
  if (!builtIn) checkNewKey(work, entity.name, key);
  const type = builtIn?.type ?? textOf(values['type'] ?? '');
  if (builtIn && values['type'] !== undefined && values['type'] !== builtIn.type) {
    throw fieldRefusal('type', `${builtIn.name} keeps its type, ${builtIn.type}.`);
  }
  const config = await checkMeaning(work, entity, {
    field: { id: 'field_new', key, name, type },
    config: (values['config'] ?? {}) as JsonObject,
    isTypeGiven: builtIn !== undefined,
  });
  return { key, type, config };
}

type Meant = {
  readonly field: Pick<Field, 'id' | 'key' | 'name' | 'type'>;
  readonly config: JsonObject;
  readonly isTypeGiven: boolean;
};

/** The configuration as the field's type reads it; linked records that a formula names get their rollups. */
export async function checkMeaning(
  work: Work,
  entity: Entity,
  { field, config: given, isTypeGiven }: Meant,
): Promise<JsonObject> {
  const config = checkConfiguration(work, { ...field, entity: entity.name, isTypeGiven }, given);
  checkSortable(work, entity, { ...field, config: config as FieldConfig });
  if (field.type === 'formula')
    await declareRollups(work, entity.name, { ...field, config: config as FieldConfig });
  return config as JsonObject;
}
