/** A column as it travels: values that repeat are told once, and of some only that there is one. */
import type { Json } from '@throughline/base';
import type { SnapshotColumn } from '@throughline/contract';

/** With more different values, telling each once saves nothing. */
const MOST_VALUES = 4096;

/** JSON of a `SnapshotColumn`, of the JSON array of its values. */
export function packColumn(values: string): string {
  // Numbers and truths are short already.
  return values.includes('"') ? JSON.stringify(packValues(JSON.parse(values) as Json[])) : values;
}

export function packValues(values: readonly Json[]): SnapshotColumn {
  const places = new Map<Json, number>();
  const at: number[] = [];
  for (const value of values) {
    if (typeof value === 'object' && value !== null) return values;
    const known = places.get(value);
    const place = known ?? places.size;
    if (known === undefined) places.set(value, place);
    if (places.size > MOST_VALUES) return values;
    at.push(place);
  }
  if (places.size * 2 > values.length) return values;
  return { of: [...places.keys()], ...(places.size > 1 && { at }) };
}
