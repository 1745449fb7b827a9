/** How often texts were given the label they have. */

export type LabelMeasures = {
  readonly n: number;
  readonly accuracy: number;
  /** The mean over labels that occur or were given of 2·tp / (2·tp + fp + fn). */
  readonly macroF1: number;
};

export type LabelPair = { readonly has: string; readonly given: string };

export function measureLabels(pairs: readonly LabelPair[]): LabelMeasures {
  const right = new Map<string, number>();
  const named = new Map<string, number>();
  const count = (counts: Map<string, number>, label: string): void => {
    counts.set(label, (counts.get(label) ?? 0) + 1);
  };
  for (const { has, given } of pairs) {
    count(named, has);
    count(named, given);
    if (has === given) count(right, has);
  }
  const harmonics = [...named].map(([label, all]) => (2 * (right.get(label) ?? 0)) / all);
  const hits = [...right.values()].reduce((sum, hit) => sum + hit, 0);
  return {
    n: pairs.length,
    accuracy: pairs.length === 0 ? 0 : hits / pairs.length,
    macroF1: harmonics.length === 0 ? 0 : harmonics.reduce((sum, one) => sum + one, 0) / harmonics.length,
  };
}
