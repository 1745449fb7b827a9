/** Where and how often cases differ from a model, and what that means by the rules. */
import type { LogAlignment, Rule } from './align-log.ts';

export type Deviation = {
  /** `extra`: it happened where the model does not have it; `skipped`: the model has it there and it did not happen. */
  readonly kind: 'extra' | 'skipped';
  readonly activity: string;
  /** The last step before it that log and model share; null at the beginning. */
  readonly after: string | null;
  readonly rule: Rule;
  readonly times: number;
  readonly cases: number;
};

/** Most cases first. */
export function listDeviations(
  alignment: LogAlignment,
  rules: ReadonlyMap<string, Rule> = new Map(),
): readonly Deviation[] {
  const { labels, variants } = alignment;
  const found = new Map<string, Deviation>();
  for (const { moves, cases } of variants) {
    let after: string | null = null;
    const inThisVariant = new Set<string>();
    for (const { kind, label } of moves) {
      const activity = labels[label] as string;
      if (kind === 'both') {
        after = activity;
        continue;
      }
      const key = JSON.stringify([kind, activity, after]);
      const known = found.get(key);
      found.set(key, {
        kind: kind === 'log' ? 'extra' : 'skipped',
        activity,
        after,
        rule: rules.get(activity) ?? 'must',
        times: (known?.times ?? 0) + cases,
        cases: (known?.cases ?? 0) + (inThisVariant.has(key) ? 0 : cases),
      });
      inThisVariant.add(key);
    }
  }
  return [...found.values()].toSorted((a, b) => b.cases - a.cases || b.times - a.times);
}

export type Verdict = 'conforms' | 'differs' | 'violates';

/** Of each variant: what of it must not differ decides; what is free does not count. */
export function judgeVariants(
  { labels, variants }: LogAlignment,
  rules: ReadonlyMap<string, Rule> = new Map(),
): readonly Verdict[] {
  return variants.map(({ moves }) => {
    const broken = moves
      .filter(({ kind }) => kind !== 'both')
      .map(({ label }) => rules.get(labels[label] as string) ?? 'must');
    if (broken.includes('must')) return 'violates';
    return broken.includes('may-differ') ? 'differs' : 'conforms';
  });
}
