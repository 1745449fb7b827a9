/** What a way of forecasting would have promised at every moment of the past, beside what then happened. */
import { quantile, sorted } from '../statistics/quantile.ts';
import { promiseCounts } from './bootstrap-forecast.ts';
import { FIRST_FORECAST, makeForecaster } from './calibrated-forecast.ts';
import type { Capacity } from './pace.ts';

export const CHANCES = [0.5, 0.7, 0.85, 0.95] as const;

/** For one moment: what was promised at each of the chances, and what was done. */
export type PastForecast = { readonly promised: readonly number[]; readonly done: number };

export type BacktestFigures = {
  readonly forecasts: number;
  /** Share of promises that held. */
  readonly held_50: number;
  readonly held_70: number;
  readonly held_85: number;
  readonly held_95: number;
  /** Median of the 50 % less the 85 % promise. */
  readonly median_width: number;
};

export type BacktestResult = BacktestFigures & { readonly bootstrap: BacktestFigures };

export type BacktestOptions = {
  /** Periods of history before the first forecast; the plain bootstrap draws from as many. */
  readonly window: number;
  readonly horizon: number;
  readonly capacity?: Capacity;
};

/** Null where the history is shorter than a window and a horizon. */
export function backtest(
  counts: readonly number[],
  { window, horizon, capacity }: BacktestOptions,
): BacktestResult | null {
  const plain = backtestBootstrap(counts, { window, horizon });
  if (plain.length === 0) return null;
  const calibrated = backtestCalibrated(counts, { window, horizon, ...(capacity ? { capacity } : {}) });
  return { ...describeForecasts(calibrated), bootstrap: describeForecasts(plain) };
}

export function backtestCalibrated(
  counts: readonly number[],
  { window, horizon, capacity }: BacktestOptions,
): readonly PastForecast[] {
  const first = Math.max(window, FIRST_FORECAST);
  return makeForecaster(counts, capacity)
    .pastPromises(horizon, CHANCES)
    .slice(first - FIRST_FORECAST)
    .map((promised, at) => ({ promised, done: doneAfter(counts, first + at, horizon) }));
}

export function backtestBootstrap(
  counts: readonly number[],
  { window, horizon }: BacktestOptions,
): readonly PastForecast[] {
  const first = Math.max(window, FIRST_FORECAST);
  const forecasts: PastForecast[] = [];
  for (let known = first; known + horizon <= counts.length; known++) {
    const past = counts.slice(known - window, known);
    forecasts.push({
      promised: promiseCounts(past, horizon, CHANCES),
      done: doneAfter(counts, known, horizon),
    });
  }
  return forecasts;
}

export function describeForecasts(forecasts: readonly PastForecast[]): BacktestFigures {
  const held = (at: number): number =>
    forecasts.filter(({ promised, done }) => done >= (promised[at] as number)).length / forecasts.length;
  const widths = forecasts.map(({ promised }) => (promised[0] as number) - (promised[2] as number));
  return {
    forecasts: forecasts.length,
    held_50: round(held(0)),
    held_70: round(held(1)),
    held_85: round(held(2)),
    held_95: round(held(3)),
    median_width: quantile(sorted(widths), 0.5),
  };
}

function doneAfter(counts: readonly number[], known: number, horizon: number): number {
  return counts.slice(known, known + horizon).reduce((sum, count) => sum + count, 0);
}

function round(share: number): number {
  return Number(share.toFixed(4));
}
