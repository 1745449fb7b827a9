/** Work that goes from one resource to another, and how long it lies in between. */
import { NONE, type EventLog } from '../log/event-log.ts';
import { timeSpread, type TimeSpread } from './process-graph.ts';

export type Handover = {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  readonly cases: number;
  readonly wait: TimeSpread;
};

export type Handovers = {
  readonly pairs: readonly Handover[];
  /** Share of steps with known resources that go to another one. */
  readonly share: number;
  /** `a, b, a`: sent to somebody and back. */
  readonly pingPong: readonly { readonly between: readonly [string, string]; readonly times: number }[];
};

type Pair = { waits: number[]; cases: number; lastCase: number };

/** The log must have the events of a case in the order of time. Null where no resources are known. */
export function findHandovers(log: EventLog): Handovers | null {
  const { resource, resources, firstEvent, time } = log;
  if (resource === null || resources.length === 0) return null;
  const pairs = new Map<number, Pair>();
  const turns = new Map<number, number>();
  let steps = 0;
  let handed = 0;
  for (let index = 0; index + 1 < firstEvent.length; index++) {
    const first = firstEvent[index] as number;
    for (let event = first + 1; event < (firstEvent[index + 1] as number); event++) {
      const to = resource[event] as number;
      const from = resource[event - 1] as number;
      if (from === NONE || to === NONE) continue;
      steps += 1;
      if (from === to) continue;
      handed += 1;
      const key = from * resources.length + to;
      const pair = pairs.get(key) ?? { waits: [], cases: 0, lastCase: -1 };
      pair.waits.push((time[event] as number) - (time[event - 1] as number));
      if (pair.lastCase !== index) pair.cases += 1;
      pair.lastCase = index;
      pairs.set(key, pair);
      if (event >= first + 2 && resource[event - 2] === to) {
        const turn = Math.min(from, to) * resources.length + Math.max(from, to);
        turns.set(turn, (turns.get(turn) ?? 0) + 1);
      }
    }
  }
  const names = (key: number): readonly [string, string] => [
    resources[Math.floor(key / resources.length)] as string,
    resources[key % resources.length] as string,
  ];
  return {
    pairs: [...pairs]
      .map(([key, { waits, cases }]) => {
        const [from, to] = names(key);
        return { from, to, count: waits.length, cases, wait: timeSpread(Float64Array.from(waits)) };
      })
      .sort((a, b) => b.count - a.count),
    share: steps === 0 ? 0 : handed / steps,
    pingPong: [...turns]
      .map(([key, times]) => ({ between: names(key), times }))
      .sort((a, b) => b.times - a.times),
  };
}
