/** How a part differs from the standard's, aspect by aspect. */
import { isEqualJson, type Json } from '@throughline/base';
import { aspectsOf, isMember, MEMBERS, membersOf, type Aspects } from './part-aspects.ts';
import type { Freedom, PartContent } from './standard-part.ts';

/** An aspect (see `part-aspects.ts`) before and after; null where it has none. */
export type Difference = { readonly aspect: string; readonly before: Json; readonly after: Json };

export const PART_STATES = ['same', 'extended', 'overridden', 'missing'] as const;
export type PartState = (typeof PART_STATES)[number];

export type PartDifference = { readonly state: PartState; readonly differences: readonly Difference[] };

/** From the standard's part to what the space has. */
export function diffPart(standard: PartContent, current: PartContent | undefined): PartDifference {
  if (current === undefined) return { state: 'missing', differences: [] };
  const differences = diffAspects(aspectsOf(standard), aspectsOf(current));
  const isAdded = ({ aspect, before }: Difference): boolean => isMember(aspect) && before === null;
  const state = differences.length === 0 ? 'same' : differences.every(isAdded) ? 'extended' : 'overridden';
  return { state, differences };
}

export function diffAspects(before: Aspects, after: Aspects): readonly Difference[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  names.delete(MEMBERS);
  const changed = [...names].flatMap((aspect): Difference[] => {
    const [then, now] = [before.get(aspect) ?? null, after.get(aspect) ?? null];
    return isEqualJson(then, now) ? [] : [{ aspect, before: then, after: now }];
  });
  const orders = [orderAmong(before, after), orderAmong(after, before)] as const;
  const isMoved = !isEqualJson(orders[0], orders[1]);
  return isMoved ? [...changed, { aspect: MEMBERS, before: orders[0], after: orders[1] }] : changed;
}

/** The order of the members that the other has, too. */
function orderAmong(aspects: Aspects, other: Aspects): string[] {
  const known = new Set(membersOf(other));
  return membersOf(aspects).filter((member) => known.has(member));
}

/** Whether a space may have a part as far from the standard as this. */
export function isWithin(freedom: Freedom, state: PartState): boolean {
  if (freedom === 'override' || state === 'same') return true;
  return freedom === 'extend' && state === 'extended';
}
