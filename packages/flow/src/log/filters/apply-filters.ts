/**
 * Applies filters in turn. Filters on single events may change places with each other; so may filters on cases, for
 * they ask about one case at a time — but for `variant` with `top` or `coverage`, which compares cases.
 */
import { findVariants, rankVariants, sequenceOf } from '../../discovery/variants.ts';
import { NONE, type AttributeColumn, type EventLog } from '../event-log.ts';
import { selectCases, selectEvents } from '../select-events.ts';
import { parseDuration } from './duration-text.ts';
import type {
  ActivityFilter,
  AttributeFilter,
  DurationFilter,
  EndpointFilter,
  Filter,
  FollowsFilter,
  TimeFilter,
  VariantFilter,
} from './filter.ts';
import { parseMoment } from './moment.ts';

/** Whether an event, or a case, stays. */
type Keeps = (index: number) => boolean;

/** What a filter keeps: some events, or some cases. */
type Choice = { readonly of: 'events' | 'cases'; readonly keeps: Keeps };

/** The log must have the events of a case in the order of time. Cases left without events are gone. */
export function applyFilters(log: EventLog, filters: readonly Filter[]): EventLog {
  return filters.reduce((left, filter) => applyFilter(left, filter), log);
}

function applyFilter(log: EventLog, filter: Filter): EventLog {
  const { of, keeps } = choose(log, filter);
  const isKept = filter.not === true ? 0 : 1;
  const mask = new Uint8Array(of === 'events' ? log.time.length : log.caseIds.length);
  for (let index = 0; index < mask.length; index++) mask[index] = keeps(index) ? isKept : 1 - isKept;
  return of === 'cases' ? selectCases(log, mask) : withoutEmptyCases(selectEvents(log, mask));
}

function withoutEmptyCases(log: EventLog): EventLog {
  const { firstEvent } = log;
  const mask = new Uint8Array(log.caseIds.length);
  for (let index = 0; index < mask.length; index++)
    mask[index] = firstEvent[index] === firstEvent[index + 1] ? 0 : 1;
  return selectCases(log, mask);
}

function choose(log: EventLog, filter: Filter): Choice {
  switch (filter.type) {
    case 'time':
      return chooseByTime(log, filter);
    case 'case-attribute':
      return { of: 'cases', keeps: hasValue(log.caseAttributes.get(filter.key), filter) };
    case 'event-attribute':
      return { of: 'events', keeps: hasValue(log.eventAttributes.get(filter.key), filter) };
    case 'case': {
      const ids = new Set(filter.in);
      return { of: 'cases', keeps: (index) => ids.has(log.caseIds[index] as string) };
    }
    case 'variant':
      return { of: 'cases', keeps: isOfVariant(log, filter) };
    case 'activity':
      return chooseByName(log, filter, { names: log.activities, codes: log.activity });
    case 'resource':
      return chooseByName(log, filter, { names: log.resources, codes: log.resource });
    case 'transition':
      return chooseByName(log, filter, { names: log.transitions, codes: log.transition });
    case 'duration':
      return { of: 'cases', keeps: lastsBetween(log, filter) };
    case 'length':
      return {
        of: 'cases',
        keeps: isBetween(
          (index) => (log.firstEvent[index + 1] as number) - (log.firstEvent[index] as number),
          filter,
        ),
      };
    case 'endpoint':
      return { of: 'cases', keeps: hasEndpoints(log, filter) };
    case 'follows':
      return { of: 'cases', keeps: hasPair(log, filter) };
  }
}

function isBetween(
  valueOf: (index: number) => number,
  { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY }: { min?: number; max?: number },
): Keeps {
  return (index) => {
    const value = valueOf(index);
    return value >= min && value <= max;
  };
}

/** The time of a case's first and last event; NaN where it has none. */
function endsOf({ firstEvent, time }: EventLog, index: number): readonly [number, number] {
  const first = firstEvent[index] as number;
  const end = firstEvent[index + 1] as number;
  return first === end ? [Number.NaN, Number.NaN] : [time[first] as number, time[end - 1] as number];
}

function chooseByTime(log: EventLog, { from, to, keep = 'contained' }: TimeFilter): Choice {
  const min = from === undefined ? Number.NEGATIVE_INFINITY : parseMoment(from);
  const max = to === undefined ? Number.POSITIVE_INFINITY : parseMoment(to);
  const within = (time: number): boolean => time >= min && time <= max;
  if (keep === 'events') return { of: 'events', keeps: (event) => within(log.time[event] as number) };
  return {
    of: 'cases',
    keeps: (index) => {
      const [first, last] = endsOf(log, index);
      if (keep === 'intersecting') return first <= max && last >= min;
      return (keep === 'end' || within(first)) && (keep === 'start' || within(last));
    },
  };
}

function hasValue(column: AttributeColumn | undefined, filter: AttributeFilter): Keeps {
  if (column === undefined) return () => false;
  const { min, max } = filter;
  const wanted = filter.in === undefined ? null : new Set(filter.in.map(String));
  if (column.kind === 'text') {
    const isWanted = column.names.map(
      (name) => (wanted === null || wanted.has(name)) && isWithin(Number(name), { min, max }),
    );
    return (index) => isWanted[column.codes[index] as number] ?? false;
  }
  if (column.kind === 'boolean')
    return (index) => column.values[index] !== 2 && (wanted?.has(String(column.values[index] === 1)) ?? true);
  const values = wanted && new Set(Array.from(wanted, column.kind === 'date' ? parseMoment : Number));
  return (index) => {
    const value = column.values[index] as number;
    return !Number.isNaN(value) && (values?.has(value) ?? true) && isWithin(value, { min, max });
  };
}

type Bounds = { readonly min: number | string | undefined; readonly max: number | string | undefined };

function isWithin(value: number, { min, max }: Bounds): boolean {
  const bound = (given: number | string): number => (typeof given === 'string' ? parseMoment(given) : given);
  return (min === undefined || value >= bound(min)) && (max === undefined || value <= bound(max));
}

function isOfVariant(log: EventLog, { top, coverage, in: given }: VariantFilter): Keeps {
  const variants = findVariants(log);
  const kept = new Set(rankVariants(variants));
  if (top !== undefined) for (const variant of rankVariants(variants).slice(top)) kept.delete(variant);
  if (coverage !== undefined) {
    let cases = variants.count.reduce((sum, count) => sum + count, 0) * coverage;
    for (const variant of rankVariants(variants)) {
      if (cases <= 0) kept.delete(variant);
      cases -= variants.count[variant] as number;
    }
  }
  if (given !== undefined) {
    const wanted = new Set(given.map((sequence) => JSON.stringify(sequence)));
    for (const variant of kept) {
      const sequence = Array.from(
        sequenceOf(log, variants.example[variant] as number),
        (code) => log.activities[code],
      );
      if (!wanted.has(JSON.stringify(sequence))) kept.delete(variant);
    }
  }
  return (index) => kept.has(variants.variantOf[index] as number);
}

type Coded = { readonly names: readonly string[]; readonly codes: Int32Array | null };

function chooseByName(
  { firstEvent }: EventLog,
  { in: given, keep = 'events' }: ActivityFilter,
  { names, codes }: Coded,
): Choice {
  // A name that the log does not have is no event's.
  const wanted = new Set(given.map((name, at) => (names.includes(name) ? names.indexOf(name) : -2 - at)));
  const isWanted = Uint8Array.from(names, (_, code) => (wanted.has(code) ? 1 : 0));
  const at = (event: number): number => codes?.[event] ?? NONE;
  if (keep === 'events') return { of: 'events', keeps: (event) => isWanted[at(event)] === 1 };
  if (keep === 'cases-with-any')
    return {
      of: 'cases',
      keeps: (index) => {
        const end = firstEvent[index + 1] as number;
        for (let event = firstEvent[index] as number; event < end; event++)
          if (isWanted[at(event)] === 1) return true;
        return false;
      },
    };
  return {
    of: 'cases',
    keeps: (index) => {
      const missing = new Set(wanted);
      for (let event = firstEvent[index] as number; event < (firstEvent[index + 1] as number); event++)
        missing.delete(at(event));
      return missing.size === 0;
    },
  };
}

function lastsBetween(log: EventLog, { min, max }: DurationFilter): Keeps {
  return isBetween(
    (index) => {
      const [first, last] = endsOf(log, index);
      return last - first;
    },
    {
      ...(min === undefined ? {} : { min: parseDuration(min) }),
      ...(max === undefined ? {} : { max: parseDuration(max) }),
    },
  );
}

function hasEndpoints({ activities, activity, firstEvent }: EventLog, { start, end }: EndpointFilter): Keeps {
  const isOneOf = (names: readonly string[] | undefined, event: number): boolean =>
    names === undefined || names.includes(activities[activity[event] as number] as string);
  return (index) => {
    const first = firstEvent[index] as number;
    const last = (firstEvent[index + 1] as number) - 1;
    return last >= first && isOneOf(start, first) && isOneOf(end, last);
  };
}

function hasPair(
  { activities, activity, firstEvent }: EventLog,
  { from, to, eventually }: FollowsFilter,
): Keeps {
  const source = activities.indexOf(from);
  const target = activities.indexOf(to);
  return (index) => {
    let hasSource = false;
    for (let event = firstEvent[index] as number; event < (firstEvent[index + 1] as number); event++) {
      const code = activity[event];
      if (hasSource && code === target) return true;
      hasSource = code === source || (eventually === true && hasSource);
    }
    return false;
  };
}
