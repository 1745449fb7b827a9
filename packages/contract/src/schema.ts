/** Shapes of records as zod schemas, derived from the declarations: what OpenAPI and agents see. */
import type { Entity, Field, Model } from '@throughline/model';
import { z } from 'zod';

const range = z.object({
  start: z.iso.date(),
  end: z.iso.date().optional(),
  precision: z.enum(['day', 'month', 'quarter']).optional(),
});
const money = z.object({ amount: z.int(), currency: z.string() });
const link = z.object({ url: z.string(), title: z.string().optional() });

/** JSON of a value, by the field's type and kind; see docs/api.md for each. */
export function fieldSchema(model: Model, field: Field): z.ZodType {
  if (field.type === 'data') return z.json();
  if (field.type === 'link') return z.union([link, z.string()]);
  if (field.type === 'date') return z.iso.date();
  if (field.type === 'timestamp') return z.iso.datetime({ offset: true });
  if (field.config.format === 'currency' && field.type === 'number') return z.union([money, z.number()]);
  switch (model.kindOf(field)) {
    case 'text':
    case 'document':
    case 'reference':
    case 'date':
      return z.string();
    case 'number':
      return z.number();
    case 'boolean':
      return z.boolean();
    case 'range':
      return range;
    case 'set':
      return z.array(z.string());
  }
}

/** A record as read: every visible field, empty ones left out, custom fields by key. */
export function recordSchema(model: Model, entity: Entity): z.ZodObject {
  const shape: Record<string, z.ZodType> = { id: z.string(), seq: z.int() };
  for (const field of entity.fields) {
    if (!field.hidden) shape[field.key] = fieldSchema(model, field).nullish().describe(field.name);
  }
  return z.looseObject(shape);
}

/** What a writer sends; null empties a field. Values are checked by the field types, which say more. */
export function inputSchema(model: Model, entity: Entity, verb: 'create' | 'update'): z.ZodObject {
  const shape: Record<string, z.ZodType> = {};
  if (verb === 'create') shape['id'] = z.string().optional().describe('An id made by the client');
  for (const field of entity.fields) {
    if (field.readOnly || field.hidden || (verb === 'update' && field.fixed)) continue;
    const schema = z
      .unknown()
      .meta(z.toJSONSchema(fieldSchema(model, field), { io: 'input' }) as Record<string, unknown>);
    const named = schema.describe(field.name);
    shape[field.key] = verb === 'create' && field.required ? named : named.optional();
  }
  return z.looseObject(shape);
}
