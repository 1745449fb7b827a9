/** All that discovery finds, in one object. */
import {
  caseRates,
  discoverGraph,
  explainSlowCases,
  findHandovers,
  findRework,
  findVariants,
  mineTree,
  pairLifecycle,
  printTree,
  rankVariants,
  sequenceOf,
  summarize,
  type EventLog,
  type Handovers,
  type ProcessGraph,
  type ProcessTree,
  type Rates,
  type Rework,
  type SlowCases,
  type Summary,
} from '@throughline/flow';

export type Discovery = {
  readonly cases: number;
  readonly events: number;
  /** ISO 8601. */
  readonly from: string;
  readonly to: string;
  /** Of the cases, from first to last event, in ms. */
  readonly durations: Summary;
  readonly graph: ProcessGraph;
  readonly variants: {
    readonly count: number;
    /** How many of them, commonest first, cover 80 % of the cases. */
    readonly covering80: number;
    readonly top: readonly {
      readonly cases: number;
      readonly share: number;
      readonly sequence: readonly string[];
    }[];
  };
  readonly tree: ProcessTree;
  readonly model: string;
  readonly rework: Rework;
  readonly handovers: Handovers | null;
  readonly rates: Rates;
  readonly slow: SlowCases;
};

const TOP = 10;
const MOST_PAIRS = 50;

/** Of logs that tell beginnings of work from endings the endings count, with the time between as work. */
export function discover(read: EventLog, noise: number): Discovery {
  const log = pairLifecycle(read);
  const tree = mineTree(log, { noise });
  const handovers = findHandovers(log);
  const { time } = log;
  return {
    cases: log.caseIds.length,
    events: time.length,
    from: iso(time.reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY)),
    to: iso(time.reduce((most, each) => Math.max(most, each), Number.NEGATIVE_INFINITY)),
    durations: summarize(durationsOf(read)),
    graph: discoverGraph(log),
    variants: summarizeVariants(log),
    tree,
    model: printTree(tree),
    rework: findRework(log),
    handovers: handovers && { ...handovers, pairs: handovers.pairs.slice(0, MOST_PAIRS) },
    rates: caseRates(log),
    slow: explainSlowCases(log),
  };
}

function* durationsOf({ firstEvent, time }: EventLog): Generator<number> {
  for (const [index, end] of firstEvent.subarray(1).entries()) {
    const first = firstEvent[index] as number;
    if (end > first) yield (time[end - 1] as number) - (time[first] as number);
  }
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}

function summarizeVariants(log: EventLog): Discovery['variants'] {
  const variants = findVariants(log);
  const ranked = rankVariants(variants);
  const total = variants.count.reduce((sum, count) => sum + count, 0);
  let covered = 0;
  let covering80 = 0;
  for (const variant of ranked) {
    if (covered >= 0.8 * total) break;
    covered += variants.count[variant] as number;
    covering80 += 1;
  }
  const top = ranked.slice(0, TOP).map((variant) => ({
    cases: variants.count[variant] as number,
    share: (variants.count[variant] as number) / total,
    sequence: Array.from(
      sequenceOf(log, variants.example[variant] as number),
      (code) => log.activities[code] as string,
    ),
  }));
  return { count: variants.count.length, covering80, top };
}
