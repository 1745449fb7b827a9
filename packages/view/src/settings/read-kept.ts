/** Readers of what a view has kept. What has another shape, from another version say, reads as left out. */
import type { Json } from '@throughline/base';

export function readObject(kept: Json | undefined): Readonly<Record<string, Json>> {
  return typeof kept === 'object' && kept !== null && !Array.isArray(kept)
    ? (kept as Readonly<Record<string, Json>>)
    : {};
}

/** An id, a key or a word; null for nothing. */
export function readName(kept: Json | undefined): string | null {
  return typeof kept === 'string' && kept !== '' ? kept : null;
}

export function readFlag(kept: Json | undefined, otherwise: boolean): boolean {
  return typeof kept === 'boolean' ? kept : otherwise;
}

export function readOneOf<Choice extends string>(
  kept: Json | undefined,
  choices: readonly Choice[],
  otherwise: Choice,
): Choice {
  return choices.find((choice) => choice === kept) ?? otherwise;
}

export function readNumberOr<Otherwise extends number | null>(
  kept: Json | undefined,
  otherwise: Otherwise,
): number | Otherwise {
  return typeof kept === 'number' && Number.isFinite(kept) ? kept : otherwise;
}
