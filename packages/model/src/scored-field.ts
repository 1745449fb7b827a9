import type { Field } from './field.ts';

const SCORED: ReadonlySet<string> = new Set(['number', 'slider', 'rating', 'select']);

/** Whether people can give scores for a field: numbers that they may write, and options with weights. */
export function isScoredField({ type, config, readOnly = false }: Field): boolean {
  if (readOnly || !SCORED.has(type)) return false;
  return type !== 'select' || (config.options ?? []).filter(({ weight }) => weight !== undefined).length > 1;
}
