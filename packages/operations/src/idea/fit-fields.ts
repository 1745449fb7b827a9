/**
 * Which values of a record go along to another space. Fields that both offer stay, options that the new space has
 * not go to those of the same name; a field of the old space alone goes to the one it is mapped to, else to one of the
 * same name. All other values are named as lost.
 */
import { foldText, type Json } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import type { Entity, Field, Values } from '@throughline/model';
import { seenFields } from '../access/seen-fields.ts';
import type { Work } from '../work.ts';

/** By key of the old field: the key of the new one, or null to leave the value behind. */
export type FieldMap = Readonly<Record<string, string | null>>;

export type FitItem = {
  /** Key and name of the field in the old space. */
  readonly field: string;
  readonly name: string;
  readonly value: Json;
  /** Key of the field that takes the value; null where it is lost. */
  readonly to: string | null;
  /** Why it is lost; null where it is not. */
  readonly why: 'no_field' | 'left_out' | 'other_form' | null;
};

export type Fit = {
  /** By field id: what is emptied and what is set. */
  readonly values: Values;
  readonly items: readonly FitItem[];
};

export type FitRequest = {
  readonly entity: Entity;
  readonly values: Values;
  /** The space's id. */
  readonly space: string;
  readonly map?: FieldMap | undefined;
};

export function fitFields(work: Work, { entity, values, space, map = {} }: FitRequest): Fit {
  const fields = work.fieldsOf(entity);
  const seen = seenFields(work, entity.name);
  const offered = work.state.fieldsIn(entity.name, space).filter(({ id }) => work.state.isOffered(id, space));
  checkMap(seen, offered, map);
  const fitted: Record<string, Json> = {};
  const items: FitItem[] = [];
  for (const field of fields) {
    const value = values[field.id] ?? null;
    const same = offered.find(({ id }) => id === field.id);
    if (value === null || (same !== undefined && (offers(same, value) || !offers(field, value)))) continue;
    const target = same ?? targetOf(offered, field, map);
    const converted = target === undefined ? null : convert(work, { value, from: field, to: target });
    const isTaken =
      target !== undefined && target !== same && (values[target.id] ?? fitted[target.id] ?? null) !== null;
    fitted[field.id] = null;
    if (target !== undefined && converted !== null && !isTaken) fitted[target.id] = converted;
    if (!seen.some(({ id }) => id === field.id)) continue;
    const isKept = converted !== null && !isTaken;
    const why = target === undefined ? (map[field.key] === null ? 'left_out' : 'no_field') : 'other_form';
    items.push({
      field: field.key,
      name: field.name,
      value,
      to: isKept && target !== undefined ? target.key : null,
      why: isKept ? null : why,
    });
  }
  return { values: fitted, items };
}

/** Whether a field has every option of a value; options that are gone everywhere are no matter of the space. */
function offers({ config }: Field, value: Json): boolean {
  const keys: readonly Json[] = Array.isArray(value) ? value : [value];
  return (
    config.options === undefined || keys.every((key) => config.options?.some((option) => option.key === key))
  );
}

function checkMap(fields: readonly Field[], offered: readonly Field[], map: FieldMap): void {
  for (const [from, to] of Object.entries(map)) {
    const isKnown = fields.some(({ key }) => key === from);
    const isOffered = to === null || offered.some(({ key }) => key === to);
    if (isKnown && isOffered) continue;
    const missing = isKnown ? (to ?? '') : from;
    throw new Refusal('invalid_input', {
      message: `fields: there is no field “${missing.slice(0, 60)}”${isKnown ? ' in the space it goes to' : ''}.`,
      details: { field: 'fields', code: 'unknown_field' },
    });
  }
}

function targetOf(offered: readonly Field[], field: Field, map: FieldMap): Field | undefined {
  const mapped = map[field.key];
  if (mapped === null) return undefined;
  const writable = offered.filter(({ readOnly }) => readOnly !== true);
  if (mapped !== undefined) return writable.find(({ key }) => key === mapped);
  return writable.find(
    ({ id, name, type }) =>
      id.startsWith('field_') && type === field.type && foldText(name) === foldText(field.name),
  );
}

type Conversion = { readonly value: Json; readonly from: Field; readonly to: Field };

/** Options go by name; what has the same type goes as it is, the rest as its text is read. Null where it does not fit. */
function convert(work: Work, { value, from, to }: Conversion): Json {
  const [source, target] = [work.model.fieldType(from.type), work.model.fieldType(to.type)];
  if (source.derived === true || target.derived === true) return null;
  const context = { zone: work.state.zone, currency: work.state.currency };
  const hasOptions = from.config.options !== undefined || to.config.options !== undefined;
  const given = hasOptions ? named(from, value) : value;
  const parsed = target.parse(given, to, context);
  if (parsed.ok && (from.type === to.type || hasOptions)) return parsed.value;
  const text = source.format(value, from, { titleOf: () => undefined });
  const read = text.trim() === '' ? null : target.parseText(text, to, context);
  return read?.ok === true ? read.value : null;
}

function named({ config }: Field, value: Json): Json {
  const nameOf = (key: Json): Json => config.options?.find((option) => option.key === key)?.name ?? key;
  return Array.isArray(value) ? value.map(nameOf) : nameOf(value);
}
