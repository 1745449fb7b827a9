/** From what a writer sent, keys and loose values, to values by field id. The one place where input is judged. */
import { foldText, type Json, type JsonObject } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import type { Entity, Field, Model, ParseContext, Values } from '@throughline/model';
import type { Actor } from '../access/actor.ts';
import { seenFields } from '../access/seen-fields.ts';
import type { WorkspaceState } from '../access/workspace-state.ts';

export type ParseTarget = {
  readonly model: Model;
  readonly state: WorkspaceState;
  /** Whoever writes: refusals tell him of no fields and options of spaces that he does not see. */
  readonly actor: Actor;
  readonly entity: Entity;
  /** The space that a record is in: it may have options of its own. */
  readonly space?: string | null;
};

/** Values by field id; null where a field is emptied. Refuses unknown, read-only and ill-fitting ones. */
export function parseValues(target: ParseTarget, input: Json | undefined): Values {
  const { model, state, entity } = target;
  const object = mustObject(input);
  const fields = writableFields(target);
  const context: ParseContext = { zone: state.zone, currency: state.currency };
  const values: Record<string, Json> = {};
  for (const [key, value] of Object.entries(object)) {
    if (key === 'id') continue;
    const field = fields.find((each) => each.key === key || each.id === key);
    if (!field || field.hidden) throw unknownField(entity, fields, key);
    if (field.readOnly) throw readOnlyField(field);
    values[field.id] =
      value === null || value === undefined ? null : parseValue(model, { field, value, context });
  }
  return values;
}

function writableFields({ state, actor, entity, space = null }: ParseTarget): readonly Field[] {
  if (space === null) return seenFields({ state, actor }, entity.name);
  return state.fieldsIn(entity.name, space).filter(({ id }) => state.isOffered(id, space));
}

export function mustObject(input: Json | undefined): JsonObject {
  if (input === null || typeof input !== 'object' || Array.isArray(input)) {
    throw new Refusal('invalid_input', {
      message: `The request takes an object of fields, not ${Array.isArray(input) ? 'a list' : 'this'}.`,
      fix: 'Send JSON such as {"title": "…"}.',
    });
  }
  return input as JsonObject;
}

type Given = { readonly field: Field; readonly value: Json; readonly context: ParseContext };

function parseValue(model: Model, { field, value, context }: Given): Json {
  if (field.config.target === 'space') return value;
  const parsed = model.fieldType(field.type).parse(value, field, context);
  if (parsed.ok) return parsed.value;
  throw new Refusal('invalid_value', {
    message: `${field.name}: ${parsed.error.message}`,
    details: { field: field.key, code: parsed.error.code, value: cut(value) },
  });
}

/** Refusals show the value, not megabytes of it. */
function cut(value: Json): Json {
  const text = JSON.stringify(value);
  return text.length > 300 ? `${text.slice(0, 300)}…` : value;
}

export function checkRequired(fields: readonly Field[], values: Values): void {
  const missing = fields.filter(
    (field) => field.required && !field.hidden && (values[field.id] ?? null) === null,
  );
  if (missing.length === 0) return;
  throw new Refusal('invalid_value', {
    message: `${missing.map((field) => field.name).join(', ')} ${missing.length === 1 ? 'is' : 'are'} required.`,
    details: { field: missing[0]?.key ?? '', code: 'required' },
  });
}

function unknownField(entity: Entity, fields: readonly Field[], key: string): Refusal {
  const folded = foldText(key).replace(/[^a-z0-9]/g, '');
  const near = fields.find(
    (field) =>
      foldText(field.key).replace(/[^a-z0-9]/g, '') === folded || foldText(field.name) === foldText(key),
  );
  return new Refusal('invalid_value', {
    message: `${entity.label.many} have no field “${key.slice(0, 100)}”.`,
    fix: near ? `Did you mean “${near.key}”?` : 'See the fields at /api/v1/fields.',
    details: { field: key.slice(0, 100), code: 'unknown_field' },
  });
}

function readOnlyField(field: Field): Refusal {
  return new Refusal('invalid_value', {
    message: `${field.name} is set by Throughline and cannot be written.`,
    details: { field: field.key, code: 'read_only' },
  });
}
