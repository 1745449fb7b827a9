/** How good past forecasts were: scores that reward saying what one knows, no more and no less. */
import { wilsonInterval, type Interval } from '../statistics/interval.ts';

/** A statement that something will happen with a probability, and whether it did. */
export type Statement = { readonly chance: number; readonly happened: boolean };

/** Mean squared distance of chance and outcome: 0 is perfect, 0.25 is a coin. Brier, Monthly Weather Review 78 (1950). */
export function brierScore(statements: readonly Statement[]): number {
  const squares = statements.map(({ chance, happened }) => (chance - (happened ? 1 : 0)) ** 2);
  return squares.reduce((sum, square) => sum + square, 0) / statements.length;
}

export type ReliabilityPoint = {
  /** Mean of the chances stated. */
  readonly stated: number;
  readonly statements: number;
  /** Share that happened, and where the true share lies (95 %, were the statements independent). */
  readonly happened: number;
  readonly interval: Interval;
};

/** Statements of like chance together, in `bins` steps from 0 to 1; steps without any are left out. */
export function reliabilityCurve(statements: readonly Statement[], bins = 10): readonly ReliabilityPoint[] {
  const groups: Statement[][] = Array.from({ length: bins }, () => []);
  for (const statement of statements)
    groups[Math.min(bins - 1, Math.floor(statement.chance * bins))]?.push(statement);
  return groups.filter((group) => group.length > 0).map(describe);
}

function describe(group: readonly Statement[]): ReliabilityPoint {
  const happened = group.filter((statement) => statement.happened).length;
  return {
    stated: group.reduce((sum, { chance }) => sum + chance, 0) / group.length,
    statements: group.length,
    happened: happened / group.length,
    interval: wilsonInterval(happened, group.length),
  };
}

/**
 * The loss that a quantile minimises: `p` is the share meant to lie below it. Koenker & Bassett, Regression Quantiles,
 * Econometrica 46 (1978).
 */
export function pinballLoss(quantile: number, outcome: number, p: number): number {
  return outcome >= quantile ? p * (outcome - quantile) : (1 - p) * (quantile - outcome);
}
