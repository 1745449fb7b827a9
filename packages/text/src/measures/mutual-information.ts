/** Normalised mutual information of two ways to divide the same things, by the mean of their entropies; 0 to 1. */
export function mutualInformation(one: readonly string[], other: readonly string[]): number {
  const [ofOne, ofOther] = [countShares(one), countShares(other)];
  const both = countShares(one.map((name, at) => JSON.stringify([name, other[at]])));
  const [a, b] = [entropy(ofOne), entropy(ofOther)];
  return a + b === 0 ? 1 : (2 * (a + b - entropy(both))) / (a + b);
}

function countShares(names: readonly string[]): readonly number[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts.values()].map((count) => count / names.length);
}

function entropy(shares: readonly number[]): number {
  return -shares.reduce((sum, share) => sum + share * Math.log(share), 0);
}
