/**
 * Manual order: a rank is a fraction written in letters (base 26), which
 * equals its own sort key, so ranks order as any text does. Between two ranks there is
 * always another, so moving a record writes one row.
 */
import { assert } from './assert.ts';

const DIGITS = 'abcdefghijklmnopqrstuvwxyz';
const ZERO = 'a';

/** A rank after `before` and ahead of `after`; either may be open. Ranks never end in the zero digit. */
export function makeRankBetween(before: string | null, after: string | null): string {
  assert(before === null || after === null || before < after, 'Ranks must be in order');
  return midpoint(before ?? '', after);
}

function midpoint(low: string, high: string | null): string {
  let prefix = 0;
  if (high !== null) {
    while (prefix < high.length && (low[prefix] ?? ZERO) === high[prefix]) prefix++;
    if (prefix > 0) return high.slice(0, prefix) + midpoint(low.slice(prefix), high.slice(prefix));
  }
  const lowDigit = low === '' ? 0 : DIGITS.indexOf(low[0] as string);
  const highDigit = high === null || high === '' ? DIGITS.length : DIGITS.indexOf(high[0] as string);
  if (highDigit - lowDigit > 1) return DIGITS[Math.round((lowDigit + highDigit) / 2)] as string;
  if (high !== null && high.length > 1) return high[0] as string;
  return (DIGITS[lowDigit] as string) + midpoint(low.slice(1), null);
}
