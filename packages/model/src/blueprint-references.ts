/**
 * How a query and a view's settings name fields outside the workspace they were made in. Built-in fields have their
 * key for an id; a custom one is written `field:<key>`, also inside keys such as `field:reach ["high"]`.
 */
import type { Json } from '@throughline/base';

const FIELD_ID = /field_[0-9a-hjkmnp-tv-z]{26}/g;
const ANY_ID = /(?:^|[^a-z0-9])[a-z][a-z0-9]*_[0-9a-hjkmnp-tv-z]{26}(?:$|[^0-9a-z])/;
const REFERENCE = /field:([a-z][a-z0-9_]{0,59})/g;

export function fieldReference(key: string): string {
  return `field:${key}`;
}

/** With ids as references. What names a field that is not known, a person or any other record is left out. */
export function toReferences(json: Json, keyOf: (id: string) => string | undefined): Json | undefined {
  return mapTexts(json, (text) => {
    const referred = text.replaceAll(FIELD_ID, (id) => {
      const key = keyOf(id);
      return key === undefined ? id : fieldReference(key);
    });
    return ANY_ID.test(referred) ? undefined : referred;
  });
}

/** With references as ids; those that are not known stay as they are. */
export function fromReferences(json: Json, idOf: (key: string) => string | undefined): Json {
  const named = mapTexts(json, (text) =>
    text.replaceAll(REFERENCE, (whole, key: string) => idOf(key) ?? whole),
  );
  return named ?? null;
}

/** Keys of the fields that a query or settings refer to. */
export function referencesIn(json: Json): ReadonlySet<string> {
  const keys = new Set<string>();
  mapTexts(json, (text) => {
    for (const [, key] of text.matchAll(REFERENCE)) if (key !== undefined) keys.add(key);
    return text;
  });
  return keys;
}

/** Every text in it, keys included; entries whose text is left out go. */
function mapTexts(json: Json, map: (text: string) => string | undefined): Json | undefined {
  if (typeof json === 'string') return map(json);
  if (json === null || typeof json !== 'object') return json;
  if (Array.isArray(json))
    return json.map((item) => mapTexts(item, map)).filter((item) => item !== undefined);
  const entries = Object.entries(json).flatMap(([key, value]) => {
    const [name, mapped] = [map(key), mapTexts(value, map)];
    return name === undefined || mapped === undefined ? [] : [[name, mapped] as const];
  });
  return Object.fromEntries(entries);
}
