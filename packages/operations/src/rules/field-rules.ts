import { makeOptionKey, type FieldConfig } from '@throughline/model';
import { type JsonObject, textOf } from '@throughline/base';
import { creationRank } from './creation-rank.ts';
import { declareRollups } from './declare-rollups.ts';
import { checkConfiguration } from './field-configuration.ts';
import { checkNewKey, fieldRefusal } from './field-key.ts';
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
    const name = textOf(values['name'] ?? '');
    const key = textOf(values['key'] ?? makeOptionKey(name).toLowerCase());
    const builtIn = entity.fields.find((field) => field.key === key);
    if (!builtIn) checkNewKey(work, entity.name, key);
    const type = builtIn?.type ?? textOf(values['type'] ?? '');
    if (builtIn && values['type'] !== undefined && values['type'] !== builtIn.type) {
      throw fieldRefusal('type', `${builtIn.name} keeps its type, ${builtIn.type}.`);
    }
    const field = {
      id: 'field_new',
      key,
      name,
      type,
      entity: entity.name,
      isTypeGiven: builtIn !== undefined,
    };
    const config = checkConfiguration(work, field, (values['config'] ?? {}) as JsonObject);
    if (type === 'formula')
      await declareRollups(work, entity.name, { ...field, config: config as FieldConfig });
    return { rank: creationRank(Date.parse(work.now), work.changes.length), ...values, key, type, config };
  },
  prepareUpdate: async (work, record, values) => {
    for (const fixed of ['key', 'entity', 'type']) {
      if (values[fixed] !== undefined && values[fixed] !== record.values[fixed]) {
        throw fieldRefusal(fixed, `A field keeps its ${fixed}; values and formulas depend on it.`);
      }
    }
    if (values['config'] === undefined) return values;
    const { key, name, type, entity } = record.values as Readonly<Record<string, string>>;
    const field = {
      id: record.id,
      key: String(key),
      name: String(name),
      type: String(type),
      entity: String(entity),
      isTypeGiven: true,
    };
    const config = checkConfiguration(work, field, (values['config'] ?? {}) as JsonObject);
    if (field.type === 'formula')
      await declareRollups(work, field.entity, { ...field, config: config as FieldConfig });
    return { ...values, config };
  },
};
