/**
 * A new version of a part, brought into a space: what is fixed becomes the standard's, what the space added is kept,
 * and where it was free to differ, what it changed stays.
 */
import { isEqualJson, type Json } from '@throughline/base';
import { aspectsOf, isMember, MEMBERS, membersOf, withAspects, type Aspects } from './part-aspects.ts';
import type { Freedom, PartContent } from './standard-part.ts';

export type ThreeParts<P extends PartContent> = {
  /** As the standard had it when the space last took it; undefined where it had not. */
  readonly base: P | undefined;
  readonly next: P;
  readonly current: P;
  readonly freedom: Freedom;
};

export function mergePart<P extends PartContent>({ base, next, current, freedom }: ThreeParts<P>): P {
  if (freedom === 'fixed') return next;
  const [was, wanted, now] = [aspectsOf(base ?? next), aspectsOf(next), aspectsOf(current)];
  const own = membersOf(now).filter((member) => !was.has(member) && !wanted.has(member));
  if (freedom === 'extend') return withAspects(next, withMembers(wanted, now, own));
  const merged = new Map<string, Json>();
  for (const aspect of new Set([...was.keys(), ...wanted.keys(), ...now.keys()])) {
    const value = choose({ was, wanted, now }, aspect);
    if (value !== undefined && aspect !== MEMBERS) merged.set(aspect, value);
  }
  merged.set(MEMBERS, orderOf({ was, wanted, now }, merged));
  return withAspects(next, merged);
}

function withMembers(aspects: Aspects, from: Aspects, added: readonly string[]): Aspects {
  const all = new Map(aspects);
  for (const member of added) all.set(member, from.get(member) ?? null);
  return all.set(MEMBERS, [...membersOf(aspects), ...added]);
}

type Three = { readonly was: Aspects; readonly wanted: Aspects; readonly now: Aspects };

/** What the space changed stays; all else goes with the standard. */
function choose({ was, wanted, now }: Three, aspect: string): Json | undefined {
  const isOwn = !isEqualJson(now.get(aspect) ?? null, was.get(aspect) ?? null);
  return isOwn ? now.get(aspect) : wanted.get(aspect);
}

/** The space's order where it made one of its own, else the standard's; the rest behind. */
function orderOf({ was, wanted, now }: Three, merged: Aspects): readonly string[] {
  const common = (one: Aspects, other: Aspects): readonly string[] =>
    membersOf(one).filter((member) => other.has(member));
  const isOwn = !isEqualJson([...common(was, now)], [...common(now, was)]);
  const [first, second] = isOwn ? [now, wanted] : [wanted, now];
  const order = new Set([...membersOf(first), ...membersOf(second)]);
  return [...order].filter((member) => isMember(member) && merged.has(member));
}
