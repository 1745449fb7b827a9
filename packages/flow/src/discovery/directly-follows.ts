/**
 * The directly-follows relation (van der Aalst, Process Mining, 2016, ch. 6): how often an activity comes right after
 * another within a case, and how long it takes.
 */
import { NONE, type EventLog } from '../log/event-log.ts';

/** Pairs are numbered in no particular order. Times are in ms, from one event to the next. */
export type DirectlyFollows = {
  readonly activities: readonly string[];
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly count: Uint32Array;
  readonly totalWait: Float64Array;
  /** Events of each activity, and cases that begin and end with it. */
  readonly occurrences: Uint32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** The pair of two activities, or `NONE`. */
  readonly pairOf: (from: number, to: number) => number;
};

export function directlyFollows(log: EventLog): DirectlyFollows {
  const { activities, activity, time, firstEvent } = log;
  const pairs = makePairIndex(activities.length);
  const starts = new Uint32Array(activities.length);
  const ends = new Uint32Array(activities.length);
  for (let index = 0; index + 1 < firstEvent.length; index++) {
    const first = firstEvent[index] as number;
    const end = firstEvent[index + 1] as number;
    if (first === end) continue;
    let from = activity[first] as number;
    starts[from] = (starts[from] as number) + 1;
    for (let event = first + 1; event < end; event++) {
      const to = activity[event] as number;
      pairs.add(from, to, (time[event] as number) - (time[event - 1] as number));
      from = to;
    }
    ends[from] = (ends[from] as number) + 1;
  }
  const taken = pairs.take();
  // An activity occurs where a case begins with it, and wherever something leads to it.
  const occurrences = starts.slice();
  for (const [pair, to] of taken.to.entries())
    occurrences[to] = (occurrences[to] as number) + (taken.count[pair] as number);
  return { activities, ...taken, occurrences, starts, ends };
}

/** Activities up to which a square table is smaller than a map. */
const SQUARE = 1200;

function makePairIndex(activities: number): {
  readonly add: (from: number, to: number, wait: number) => void;
  readonly take: () => Pick<DirectlyFollows, 'from' | 'to' | 'count' | 'totalWait' | 'pairOf'>;
} {
  const lookup = activities <= SQUARE ? makeSquare(activities) : makeSparse(activities);
  let capacity = 256;
  let from = new Int32Array(capacity);
  let to = new Int32Array(capacity);
  let count = new Uint32Array(capacity);
  let totalWait = new Float64Array(capacity);
  let size = 0;
  const grow = (): void => {
    capacity *= 2;
    from = enlarge(from, new Int32Array(capacity));
    to = enlarge(to, new Int32Array(capacity));
    count = enlarge(count, new Uint32Array(capacity));
    totalWait = enlarge(totalWait, new Float64Array(capacity));
  };
  return {
    add: (a, b, wait) => {
      let pair = lookup.get(a, b);
      if (pair === NONE) {
        if (size === capacity) grow();
        pair = size++;
        lookup.set(a, b, pair);
        from[pair] = a;
        to[pair] = b;
      }
      count[pair] = (count[pair] as number) + 1;
      totalWait[pair] = (totalWait[pair] as number) + wait;
    },
    take: () => ({
      from: from.slice(0, size),
      to: to.slice(0, size),
      count: count.slice(0, size),
      totalWait: totalWait.slice(0, size),
      pairOf: lookup.get,
    }),
  };
}

type Lookup = {
  readonly get: (from: number, to: number) => number;
  readonly set: (from: number, to: number, pair: number) => void;
};

function makeSquare(activities: number): Lookup {
  const table = new Int32Array(activities * activities).fill(NONE);
  return {
    get: (from, to) => table[from * activities + to] as number,
    set: (from, to, pair) => {
      table[from * activities + to] = pair;
    },
  };
}

function makeSparse(activities: number): Lookup {
  const table = new Map<number, number>();
  return {
    get: (from, to) => table.get(from * activities + to) ?? NONE,
    set: (from, to, pair) => {
      table.set(from * activities + to, pair);
    },
  };
}

function enlarge<T extends Int32Array | Uint32Array | Float64Array>(old: T, grown: T): T {
  grown.set(old as never);
  return grown;
}

/** The waits of every pair, those of pair `p` between `offsets[p]` and `offsets[p + 1]`, in no particular order. */
export type PairWaits = { readonly offsets: Uint32Array; readonly waits: Float64Array };

export function collectWaits(log: EventLog, { count, pairOf }: DirectlyFollows): PairWaits {
  const offsets = new Uint32Array(count.length + 1);
  for (const [pair, each] of count.entries()) offsets[pair + 1] = (offsets[pair] as number) + each;
  const waits = new Float64Array(offsets[count.length] as number);
  const next = offsets.slice();
  const { activity, time, firstEvent } = log;
  for (let index = 0; index + 1 < firstEvent.length; index++) {
    const end = firstEvent[index + 1] as number;
    for (let event = (firstEvent[index] as number) + 1; event < end; event++) {
      const pair = pairOf(activity[event - 1] as number, activity[event] as number);
      const into = next[pair] as number;
      waits[into] = (time[event] as number) - (time[event - 1] as number);
      next[pair] = into + 1;
    }
  }
  return { offsets, waits };
}

/** The waits of one pair; a view that may be rearranged. */
export function waitsOfPair({ offsets, waits }: PairWaits, pair: number): Float64Array {
  return waits.subarray(offsets[pair], offsets[pair + 1]);
}
