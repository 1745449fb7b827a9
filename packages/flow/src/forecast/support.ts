/** Whether a history can carry a forecast at all, and what to know before believing one. */
import { FIRST_FORECAST } from './calibrated-forecast.ts';

/** Below this a forecast is refused: nothing can be told from so few periods. */
export const LEAST_PERIODS = 4;
const LEAST_ITEMS = 5;
const RECENT = 12;
const SILENCE = 4;
const TREND_WINDOW = 8;

export type SupportCode =
  | 'too_short'
  | 'nothing_done'
  | 'stalled'
  | 'few_periods'
  | 'few_items'
  | 'rising'
  | 'falling'
  | 'too_far';

export type SupportNote = { readonly code: SupportCode; readonly text: string };

export type Support = {
  /** `no`: there is no honest forecast. `weak`: there is one, on little or unsteady ground. */
  readonly verdict: 'yes' | 'weak' | 'no';
  readonly notes: readonly SupportNote[];
};

/** `unit` names a period: `week`. */
export function judgeSupport(counts: readonly number[], horizon: number, unit = 'week'): Support {
  const refusal = refuse(counts, unit);
  if (refusal !== null) return { verdict: 'no', notes: [refusal] };
  const notes = [...warn(counts, unit), ...warnOfDistance(counts, horizon, unit)];
  return { verdict: notes.length === 0 ? 'yes' : 'weak', notes };
}

function refuse(counts: readonly number[], unit: string): SupportNote | null {
  if (counts.length < LEAST_PERIODS)
    return {
      code: 'too_short',
      text: `The history has ${counts.length} ${unit}s; a forecast needs ${LEAST_PERIODS}, and ${FIRST_FORECAST} to be any good.`,
    };
  if (sum(counts.slice(-RECENT)) === 0)
    return {
      code: 'nothing_done',
      text: `Nothing was done in the last ${Math.min(RECENT, counts.length)} ${unit}s, so nothing says when anything will be.`,
    };
  return null;
}

function warn(counts: readonly number[], unit: string): readonly SupportNote[] {
  const notes: SupportNote[] = [];
  const recent = counts.slice(-RECENT);
  if (counts.length < FIRST_FORECAST)
    notes.push({
      code: 'few_periods',
      text: `Only ${counts.length} ${unit}s of history: the range rests on other projects’ experience.`,
    });
  if (sum(recent) < LEAST_ITEMS)
    notes.push({
      code: 'few_items',
      text: `Items done in the last ${recent.length} ${unit}s: ${sum(recent)}. So few say little.`,
    });
  if (counts.length >= SILENCE && sum(counts.slice(-SILENCE)) === 0)
    notes.push({
      code: 'stalled',
      text: `Nothing was done in the last ${SILENCE} ${unit}s: the work may have stopped.`,
    });
  return [...notes, ...warnOfTrend(counts, unit)];
}

/** A change of level that chance explains in less than 1 of 1,000 cases, were counts of a steady rate: z over 3.3. */
function warnOfTrend(counts: readonly number[], unit: string): readonly SupportNote[] {
  if (counts.length < 2 * TREND_WINDOW) return [];
  const now = sum(counts.slice(-TREND_WINDOW));
  const before = sum(counts.slice(-2 * TREND_WINDOW, -TREND_WINDOW));
  const z = (now - before) / Math.sqrt(now + before + 1);
  if (Math.abs(z) < 3.3) return [];
  const code = z > 0 ? 'rising' : 'falling';
  const text = `Throughput is ${code}: ${before} items in ${TREND_WINDOW} ${unit}s, then ${now}. The range is wider for it.`;
  return [{ code, text }];
}

function warnOfDistance(counts: readonly number[], horizon: number, unit: string): readonly SupportNote[] {
  if (horizon <= counts.length) return [];
  return [
    {
      code: 'too_far',
      text: `The forecast looks ${horizon} ${unit}s ahead on ${counts.length} ${unit}s of history.`,
    },
  ];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
