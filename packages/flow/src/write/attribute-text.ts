import type { AttributeColumn } from '../log/event-log.ts';
import { isoMicroseconds } from '../log/iso-time.ts';

/** A value as files have it; null where there is none. */
export function textOfValue(column: AttributeColumn, at: number): string | null {
  if (column.kind === 'text') return column.names[column.codes[at] as number] ?? null;
  if (column.kind === 'boolean') return column.values[at] === 2 ? null : String(column.values[at] === 1);
  const value = column.values[at] as number;
  if (Number.isNaN(value)) return null;
  if (column.kind === 'date') return isoMicroseconds(value);
  return Object.is(value, -0) ? '-0' : String(value);
}
