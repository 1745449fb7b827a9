import { makeOptionKey, LIMITS, type Values } from '@throughline/model';
import { Refusal } from '@throughline/contract';
import type { JsonObject } from '@throughline/base';
import type { Work } from '../work.ts';
import { creationRank } from './creation-rank.ts';
import type { EntityRules } from './rules.ts';

const KEY = /^[a-z][a-z0-9_]{0,59}$/;
/** Words of the expression language cannot be keys. */
const RESERVED = new Set([
  'id',
  'and',
  'or',
  'not',
  'in',
  'is',
  'empty',
  'true',
  'false',
  'null',
  'between',
  'contains',
  'has',
  'if',
  'me',
  'now',
  'today',
  'fields',
  'seq',
  'filter',
  'sort',
  'limit',
  'cursor',
  'group',
]);

export const fieldRules: EntityRules = {
  prepare: async (work, values) => {
    const entity = work.model.findEntity(String(values['entity'] ?? ''));
    if (!entity?.hasCustomFields)
      throw refusal('entity', 'Fields can be added to ideas, feedback, insights, companies and contacts.');
    const key = String(values['key'] ?? makeOptionKey(String(values['name'] ?? '')).toLowerCase());
    const builtIn = entity.fields.find((field) => field.key === key);
    if (!builtIn) checkNewKey(work, entity.name, key);
    const type = builtIn?.type ?? String(values['type'] ?? '');
    if (builtIn && values['type'] !== undefined && values['type'] !== builtIn.type)
      throw refusal('type', `${builtIn.name} keeps its type, ${builtIn.type}.`);
    return {
      rank: creationRank(Date.parse(work.now), work.changes.length),
      ...values,
      key,
      type,
      config: parseConfig(work, type, (values['config'] ?? {}) as JsonObject, builtIn !== undefined),
    };
  },
  prepareUpdate: async (work, record, values) => {
    for (const fixed of ['key', 'entity', 'type']) {
      if (values[fixed] !== undefined && values[fixed] !== record.values[fixed]) {
        throw refusal(fixed, `A field keeps its ${fixed}; values and formulas depend on it.`);
      }
    }
    if (values['config'] === undefined) return values;
    const isBuiltIn =
      !record.id.startsWith('field_') ||
      work.entity(String(record.values['entity'])).fields.some((field) => field.key === record.values['key']);
    return {
      ...values,
      config: parseConfig(
        work,
        String(record.values['type']),
        (values['config'] ?? {}) as JsonObject,
        isBuiltIn,
      ),
    };
  },
};

function checkNewKey(work: Work, entity: string, key: string): void {
  if (!KEY.test(key) || RESERVED.has(key)) {
    throw refusal(
      'key',
      `“${key.slice(0, 60)}” cannot be a field’s key: use small letters, digits and _, and no word of the expression language.`,
    );
  }
  const fields = work.state.fieldsOf(entity);
  if (fields.some((field) => field.key === key))
    throw new Refusal('already_exists', { message: `There is a field “${key}” already.` });
  if (fields.length >= LIMITS.fields)
    throw refusal('key', `There are ${fields.length} fields; ${LIMITS.fields} fit.`);
}

function parseConfig(work: Work, name: string, input: JsonObject, isBuiltIn: boolean): Values[string] {
  const type = work.model.findFieldType(name);
  if (!type || (!type.custom && !isBuiltIn)) {
    const known = work.model.fieldTypes.filter((each) => each.custom).map((each) => each.name);
    throw refusal('type', `There is no field type “${name.slice(0, 60)}”; there are ${known.join(', ')}.`);
  }
  const config = type.parseConfig(input);
  if (!config.ok) throw refusal('config', config.error.message);
  return config.value as Values[string];
}

function refusal(field: string, message: string): Refusal {
  return new Refusal('invalid_value', { message, details: { field, code: `field_${field}` } });
}
