/** Readers of lists and whole numbers that a view has kept. */
import type { Json } from '@throughline/base';
import { readName } from './read-kept.ts';

/** Each once. */
export function readNames(kept: Json | undefined): readonly string[] {
  if (!Array.isArray(kept)) return [];
  return [...new Set(kept.flatMap((item) => readName(item) ?? []))];
}

/** A whole number within bounds, both included; null for anything else. */
export function readInteger(
  kept: Json | undefined,
  [least, greatest]: readonly [least: number, greatest: number],
): number | null {
  const isWithin = typeof kept === 'number' && Number.isInteger(kept) && kept >= least && kept <= greatest;
  return isWithin ? kept : null;
}
