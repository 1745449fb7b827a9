/**
 * The facts of a log: counts, times, the commonest and the slowest steps.
 *
 * Events of a case are ordered by time, those of equal time as they stand in the file. A case lasts from its first to
 * its last event. A pair is one activity right after another within a case; its wait is the time between the two. A
 * variant is the sequence of a case's activities. Quantiles interpolate (type 7). Cases without events do not count.
 */
import { compareCodePoints } from '@throughline/base';
import type { EventLog } from '../log/event-log.ts';
import { isoMicroseconds } from '../log/iso-time.ts';
import { completeOnly, countTransitions, withTransitionNames } from '../log/lifecycle.ts';
import { inTimeOrder, isInTimeOrder } from '../log/time-order.ts';
import { medianInPlace, quantileInPlace } from '../statistics/quantile.ts';
import { roundEven } from '../statistics/round-even.ts';
import { mean } from '../statistics/summary.ts';
import { collectWaits, directlyFollows, waitsOfPair, type DirectlyFollows } from './directly-follows.ts';
import { findVariants, sequenceOf, type Variants } from './variants.ts';

export type Counts = Readonly<Record<string, number>>;

export type PairFacts = {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  readonly mean_wait_s: number;
  readonly median_wait_s: number;
  readonly total_wait_s: number;
};

export type Spread = Readonly<Record<'min' | 'mean' | 'median' | 'max', number>>;

export type ViewFacts = {
  readonly cases: number;
  readonly events: number;
  readonly activities: number;
  readonly variants: number;
  readonly df_pairs_distinct: number;
  readonly df_pairs_total: number;
  /** ISO 8601 in UTC. */
  readonly first_event: string;
  readonly last_event: string;
  readonly events_per_case: Spread;
  readonly case_duration_s: Spread & Readonly<Record<'p85' | 'p95', number>>;
  readonly case_duration_days: Readonly<Record<'mean' | 'median', number>>;
  readonly cases_with_a_repeated_activity: number;
  readonly activity_counts: Counts;
  readonly start_activities: Counts;
  readonly end_activities: Counts;
  readonly top_df_pairs: readonly PairFacts[];
  readonly slowest_df_pairs_by_total_wait: readonly PairFacts[];
  readonly top_variants: readonly {
    readonly count: number;
    readonly share: number;
    readonly sequence: readonly string[];
  }[];
  readonly cases_covered_by_top_10_variants: number;
  /** What differs where events are taken in the order of the file. */
  readonly file_order:
    | 'same'
    | Pick<ViewFacts, 'variants' | 'df_pairs_distinct' | 'start_activities' | 'end_activities'>;
};

export type LogFacts = {
  readonly lifecycle_transitions: Counts;
  readonly resources: number;
  readonly traces_in_file: number;
  readonly distinct_case_ids: number;
  readonly file_order_is_time_order: boolean;
  /** `all`; and, where a log has several lifecycle transitions, `complete` events only and `name+lifecycle`. */
  readonly views: Readonly<Record<string, ViewFacts>>;
};

/** `asInFile` has the events of a case as they stand in the file. */
export function logFacts(asInFile: EventLog): LogFacts {
  const transitions = countTransitions(asInFile);
  const hasViews = Object.keys(transitions).filter((name) => name !== '').length > 1;
  const logs: [string, EventLog][] = [
    ['all', asInFile],
    ...(hasViews
      ? ([
          ['complete', completeOnly(asInFile)],
          ['name+lifecycle', withTransitionNames(asInFile)],
        ] as [string, EventLog][])
      : []),
  ];
  return {
    lifecycle_transitions: transitions,
    resources: asInFile.resources.filter((name) => name !== '').length,
    traces_in_file: asInFile.caseIds.length,
    distinct_case_ids: new Set(asInFile.caseIds).size,
    file_order_is_time_order: isInTimeOrder(asInFile),
    views: Object.fromEntries(
      logs.filter(([, log]) => log.time.length > 0).map(([name, log]) => [name, viewFacts(log)]),
    ),
  };
}

function viewFacts(asInFile: EventLog): ViewFacts {
  const ordered = inTimeOrder(asInFile);
  // In seconds of whole microseconds, as the figures are: the same differences of the same doubles, to the last digit.
  const log = { ...ordered, time: ordered.time.map((ms) => Math.round(ms * 1000) / 1e6) };
  const pairs = directlyFollows(log);
  const variants = findVariants(log);
  const { time, activities, firstEvent } = log;
  const lengths = lengthsOf(firstEvent);
  const durations = durationsOf(log);
  const cases = lengths.length;
  const used = pairs.occurrences.filter((count) => count > 0).length;
  const { min, max } = extremes(ordered.time);
  return {
    cases,
    events: time.length,
    activities: used,
    variants: variants.count.length,
    df_pairs_distinct: pairs.count.length,
    df_pairs_total: pairs.count.reduce((sum, count) => sum + count, 0),
    first_event: isoMicroseconds(min),
    last_event: isoMicroseconds(max),
    events_per_case: spread(lengths),
    case_duration_s: {
      ...spread(durations),
      p85: round3(quantileInPlace(durations, 0.85)),
      p95: round3(quantileInPlace(durations, 0.95)),
    },
    case_duration_days: {
      mean: roundEven(mean(durations) / 86_400, 4),
      median: roundEven(medianInPlace(durations) / 86_400, 4),
    },
    cases_with_a_repeated_activity: countRepeating(log),
    activity_counts: countsByName(activities, pairs.occurrences),
    start_activities: countsByName(activities, pairs.starts),
    end_activities: countsByName(activities, pairs.ends),
    ...pairFacts(log, pairs),
    ...variantFacts(log, variants, cases),
    file_order: ordered === asInFile ? 'same' : fileOrder(asInFile, { pairs, variants }),
  };
}

function lengthsOf(firstEvent: Uint32Array): Float64Array {
  return Float64Array.from(
    firstEvent.subarray(1),
    (end, index) => end - (firstEvent[index] as number),
  ).filter((length) => length > 0);
}

/** From the first to the last event of each case that has any, in seconds. */
function durationsOf({ firstEvent, time }: EventLog): Float64Array {
  return Float64Array.from(firstEvent.subarray(1), (end, index) => {
    const first = firstEvent[index] as number;
    return first === end ? Number.NaN : (time[end - 1] as number) - (time[first] as number);
  }).filter((duration) => !Number.isNaN(duration));
}

function extremes(values: Float64Array): { readonly min: number; readonly max: number } {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return { min, max };
}

function spread(values: Float64Array): Spread {
  const { min, max } = extremes(values);
  return {
    min: round3(min),
    mean: round3(mean(values)),
    median: round3(medianInPlace(values)),
    max: round3(max),
  };
}

function countRepeating({ firstEvent, activity, activities }: EventLog): number {
  const lastCase = new Int32Array(activities.length).fill(-1);
  let count = 0;
  for (let index = 0; index + 1 < firstEvent.length; index++) {
    const end = firstEvent[index + 1] as number;
    for (let event = firstEvent[index] as number; event < end; event++) {
      const code = activity[event] as number;
      if (lastCase[code] === index) {
        count += 1;
        break;
      }
      lastCase[code] = index;
    }
  }
  return count;
}

/** Most first, equal ones by name; only what occurs. */
function countsByName(names: readonly string[], counts: Uint32Array): Counts {
  const entries = names.map((name, code) => [name, counts[code] as number] as const);
  return Object.fromEntries(
    entries.filter(([, count]) => count > 0).toSorted((a, b) => b[1] - a[1] || compareCodePoints(a[0], b[0])),
  );
}

const TOP_PAIRS = 10;
const TOP_VARIANTS = 5;

function pairFacts(
  log: EventLog,
  pairs: DirectlyFollows,
): Pick<ViewFacts, 'top_df_pairs' | 'slowest_df_pairs_by_total_wait'> {
  const { activities, from, to, count, totalWait } = pairs;
  const waits = collectWaits(log, pairs);
  const name = (codes: Int32Array, pair: number): string => activities[codes[pair] as number] as string;
  const byName = (a: number, b: number): number =>
    compareCodePoints(name(from, a), name(from, b)) || compareCodePoints(name(to, a), name(to, b));
  const all = Array.from(count, (_, pair) => pair);
  const describe = (pair: number): PairFacts => {
    const own = waitsOfPair(waits, pair);
    return {
      from: name(from, pair),
      to: name(to, pair),
      count: own.length,
      mean_wait_s: round3(mean(own)),
      median_wait_s: round3(medianInPlace(own)),
      total_wait_s: round3(totalWait[pair] as number),
    };
  };
  const top = (values: Uint32Array | Float64Array): readonly PairFacts[] =>
    all
      .toSorted((a, b) => (values[b] as number) - (values[a] as number) || byName(a, b))
      .slice(0, TOP_PAIRS)
      .map(describe);
  return { top_df_pairs: top(count), slowest_df_pairs_by_total_wait: top(totalWait) };
}

function variantFacts(
  log: EventLog,
  { count, example }: Variants,
  cases: number,
): Pick<ViewFacts, 'top_variants' | 'cases_covered_by_top_10_variants'> {
  const sequence = (variant: number): readonly string[] =>
    Array.from(sequenceOf(log, example[variant] as number), (code) => log.activities[code] as string);
  const counts = count.toSorted().reverse();
  // Only those that may be among the first are put in the order of their names.
  const least = counts[Math.min(TOP_VARIANTS, counts.length) - 1] ?? 0;
  const top = Array.from(count, (_, variant) => variant)
    .filter((variant) => (count[variant] as number) >= least)
    .map((variant) => ({ count: count[variant] as number, sequence: sequence(variant) }))
    .sort((a, b) => b.count - a.count || compareSequences(a.sequence, b.sequence))
    .slice(0, TOP_VARIANTS);
  return {
    top_variants: top.map((each) => ({
      count: each.count,
      share: roundEven(each.count / cases, 6),
      sequence: each.sequence,
    })),
    cases_covered_by_top_10_variants: counts.subarray(0, 10).reduce((sum, each) => sum + each, 0),
  };
}

function compareSequences(a: readonly string[], b: readonly string[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const order = compareCodePoints(a[at] as string, b[at] as string);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function fileOrder(
  asInFile: EventLog,
  { pairs, variants }: { readonly pairs: DirectlyFollows; readonly variants: Variants },
): ViewFacts['file_order'] {
  const own = directlyFollows(asInFile);
  const ownVariants = findVariants(asInFile).count.length;
  if (ownVariants === variants.count.length && own.count.length === pairs.count.length) return 'same';
  return {
    variants: ownVariants,
    df_pairs_distinct: own.count.length,
    start_activities: countsByName(asInFile.activities, own.starts),
    end_activities: countsByName(asInFile.activities, own.ends),
  };
}

function round3(value: number): number {
  return roundEven(value, 3);
}
