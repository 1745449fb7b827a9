/** Whether the parts of a standard hold together, before it is published. Fills in what follows from them. */
import { must } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import { referencesIn, type Field, type FieldConfig, type StandardPart } from '@throughline/model';
import { parseQuery } from '@throughline/view';
import { checkConfiguration } from '../rules/field-configuration.ts';
import { isReservedKey } from '../rules/field-key.ts';
import type { Work } from '../work.ts';

export function checkParts(work: Work, parts: readonly StandardPart[]): readonly StandardPart[] {
  if (parts.length === 0)
    throw refusal(
      'no_parts',
      'The standard has no parts yet.',
      'Add a field, a view or a description first.',
    );
  const ids = new Map(parts.map(({ id }, index) => [id, `field_part${index}`]));
  const own = fieldsOf(work, parts, ids);
  const withOwn = (entity: string, fields: readonly Field[]): readonly Field[] => {
    const added = own.get(entity) ?? [];
    return [...fields.filter(({ key }) => added.every((each) => each.key !== key)), ...added];
  };
  const { state } = work;
  const seen: Work = {
    ...work,
    state: {
      ...state,
      fieldsOf: (entity) => withOwn(entity, state.fieldsOf(entity)),
      fieldsAmong: (entity, isSeen) => withOwn(entity, state.fieldsAmong(entity, isSeen)),
    },
  };
  return parts.map((part) => {
    if (part.kind === 'field') return checkField(seen, part, ids);
    if (part.kind === 'view') checkView(seen, part, own);
    return part;
  });
}

type Own = ReadonlyMap<string, readonly Field[]>;

/** The fields that the standard makes, as they will be beside the workspace’s others. */
function fieldsOf(work: Work, parts: readonly StandardPart[], ids: ReadonlyMap<string, string>): Own {
  const own = new Map<string, Field[]>();
  for (const part of parts) {
    if (part.kind !== 'field' || isBuiltIn(work, part.content)) continue;
    const { entity, key, name, type, config } = part.content;
    own.set(entity, [...(own.get(entity) ?? []), { id: must(ids.get(part.id)), key, name, type, config }]);
  }
  return own;
}

function isBuiltIn(work: Work, { entity, key }: { readonly entity: string; readonly key: string }): boolean {
  return work.entity(entity).fields.some((field) => field.key === key);
}

type FieldPart = StandardPart & { readonly kind: 'field' };

function checkField(work: Work, part: FieldPart, ids: ReadonlyMap<string, string>): StandardPart {
  const { entity, key, name, type, config } = part.content;
  if (isReservedKey(key))
    throw refusal(
      'field_key',
      `“${key}” cannot be a field’s key.`,
      'It is a word of formulas; choose another.',
    );
  const isTypeGiven = isBuiltIn(work, part.content);
  const id = isTypeGiven ? key : must(ids.get(part.id));
  const { mirrors, ...rest } = config;
  const given = JSON.parse(JSON.stringify(rest));
  try {
    const checked = checkConfiguration(work, { id, key, name, type, entity, isTypeGiven }, given);
    const whole = { ...(checked as unknown as FieldConfig), ...(mirrors === undefined ? {} : { mirrors }) };
    return { ...part, content: { ...part.content, config: whole } };
  } catch (error) {
    // Says of which of many parts it is.
    if (!(error instanceof Refusal)) throw error;
    const { message, why, fix, details } = error.body;
    throw new Refusal(error.code, {
      message: `${name}: ${message}`,
      why,
      fix,
      details: { ...details, part: part.id },
    });
  }
}

function checkView(work: Work, part: StandardPart & { readonly kind: 'view' }, own: Own): void {
  const { name, entity, query, settings = {} } = part.content;
  const parsed = parseQuery(query);
  if (!parsed.ok)
    throw refusal(
      'view_query',
      `${name}: the view cannot be read: ${parsed.error.message}`,
      'Take it from a space again.',
    );
  const keys = [...referencesIn(query), ...referencesIn(settings)];
  const missing = keys.find((key) => {
    const field = work.state.fieldsOf(entity).find((each) => each.key === key);
    const isOwn = own.get(entity)?.some((each) => each.key === key) === true;
    return field === undefined || (!isOwn && work.state.homeOf(field.id) !== null);
  });
  if (missing !== undefined)
    throw refusal(
      'view_field',
      `The view “${name}” uses the field “${missing}”, which spaces would not have.`,
      'Add the field to the standard, or leave the view out.',
    );
}

function refusal(code: string, message: string, fix: string): Refusal {
  return new Refusal('invalid_value', { message, fix, details: { field: 'parts', code } });
}
