import type { JsonObject } from '@throughline/base';
import type { Field, Values } from '@throughline/model';

/** A record as the API shows it: flat, custom fields by key, hidden ones left out. */
export function present(fields: readonly Field[], id: string, values: Values): JsonObject {
  const shown: Record<string, JsonObject[string]> = { id };
  for (const field of fields) {
    const value = values[field.id];
    if (value !== undefined && value !== null && !field.hidden) shown[field.key] = value;
  }
  return shown;
}
