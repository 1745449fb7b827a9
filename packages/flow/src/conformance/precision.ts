/**
 * Precision by escaping edges over aligned traces (Adriansyah, Munoz-Gama, Carmona, van Dongen, van der Aalst, 2015):
 * wherever an aligned case stands in the model, the share of what the model allows next that some case does next. Each
 * place counts as often as cases pass it; 1 where the model allows nothing that never happens.
 */
import type { LogAlignment } from './align-log.ts';

export function alignmentPrecision({ graph, variants }: LogAlignment): number {
  const prefixes = new Map<string, { marking: number; weight: number; seen: Set<number> }>();
  for (const { moves, cases } of variants) {
    let marking = graph.initial;
    let key = '';
    for (const { kind, label } of moves) {
      if (kind === 'log') continue;
      const state = prefixes.get(key) ?? { marking, weight: 0, seen: new Set<number>() };
      prefixes.set(key, state);
      state.weight += cases;
      state.seen.add(label);
      marking = graph.steps(marking).find((step) => step.label === label)?.to ?? marking;
      key += `${label},`;
    }
  }
  let allowed = 0;
  let escaping = 0;
  for (const { marking, weight, seen } of prefixes.values()) {
    const next = new Set(graph.steps(marking).map(({ label }) => label));
    allowed += weight * next.size;
    for (const label of next) if (!seen.has(label)) escaping += weight;
  }
  return allowed === 0 ? 1 : 1 - escaping / allowed;
}
