/** Work that is done again, sent back and forth, or left out. */
import type { EventLog } from '../log/event-log.ts';

export type Rework = {
  /** An activity right after itself. */
  readonly repeats: readonly { readonly activity: string; readonly cases: number; readonly times: number }[];
  /** An activity again after others: the work came back. */
  readonly loops: readonly { readonly activity: string; readonly cases: number; readonly times: number }[];
  /** `a, b, a`: sent there and back; each further turn counts once more. */
  readonly pingPong: readonly {
    readonly between: readonly [string, string];
    readonly cases: number;
    readonly times: number;
  }[];
  /** What at least half of the cases do, and how many do not. */
  readonly skipped: readonly { readonly activity: string; readonly cases: number; readonly share: number }[];
};

type Tally = { cases: number; times: number; lastCase: number };

class Tallies<Key> {
  readonly #tallies = new Map<Key, Tally>();

  add(key: Key, index: number): void {
    const tally = this.#tallies.get(key) ?? { cases: 0, times: 0, lastCase: -1 };
    tally.times += 1;
    if (tally.lastCase !== index) tally.cases += 1;
    tally.lastCase = index;
    this.#tallies.set(key, tally);
  }

  list<T>(describe: (key: Key) => T): readonly (T & { readonly cases: number; readonly times: number })[] {
    return [...this.#tallies]
      .map(([key, { cases, times }]) => ({ ...describe(key), cases, times }))
      .sort((a, b) => b.cases - a.cases || b.times - a.times);
  }
}

/** The log must have the events of a case in the order of time. Most cases first. */
export function findRework(log: EventLog): Rework {
  const { activities, activity, firstEvent } = log;
  const repeats = new Tallies<number>();
  const loops = new Tallies<number>();
  const turns = new Tallies<number>();
  const having = new Uint32Array(activities.length);
  const lastCase = new Int32Array(activities.length).fill(-1);
  let cases = 0;
  for (let index = 0; index + 1 < firstEvent.length; index++) {
    const first = firstEvent[index] as number;
    const end = firstEvent[index + 1] as number;
    if (end > first) cases += 1;
    for (let event = first; event < end; event++) {
      const code = activity[event] as number;
      const before = event > first ? (activity[event - 1] as number) : -1;
      if (before === code) repeats.add(code, index);
      else if (lastCase[code] === index) loops.add(code, index);
      if (event >= first + 2 && before !== code && activity[event - 2] === code)
        turns.add(Math.min(code, before) * activities.length + Math.max(code, before), index);
      if (lastCase[code] !== index) having[code] = (having[code] as number) + 1;
      lastCase[code] = index;
    }
  }
  const name = (code: number): string => activities[code] as string;
  const byName = (code: number): { activity: string } => ({ activity: name(code) });
  return {
    repeats: repeats.list(byName),
    loops: loops.list(byName),
    pingPong: turns.list((pair) => ({
      between: [name(Math.floor(pair / activities.length)), name(pair % activities.length)] as const,
    })),
    skipped: activities
      .map((each, code) => ({
        activity: each,
        cases: cases - (having[code] as number),
        share: (cases - (having[code] as number)) / cases,
      }))
      .filter(({ share }) => share > 0 && share <= 0.5)
      .toSorted((a, b) => b.cases - a.cases),
  };
}
