/**
 * What slow cases have in common. For each value of an attribute, and each activity and resource, the durations of the
 * cases with it are compared with those of the rest: Cliff's delta, the chance that a case with it lasts longer than one
 * without, less the chance that it lasts shorter; from −1 to 1 (Cliff, 1993), with an interval from the variance of the
 * rank statistic (Hanley and McNeil, 1982). So many things being compared, the intervals are widened (Bonferroni): that
 * one of them misses the truth by chance is as rare as 5 %.
 */
import { NONE, type EventLog } from '../log/event-log.ts';
import { quantile } from '../log/quantile.ts';

export type SlowFactor = {
  readonly kind: 'attribute' | 'activity' | 'resource';
  /** Of the attribute; the activity's or resource's name else. */
  readonly name: string;
  readonly value: string | null;
  /** Cases with it, and without. */
  readonly cases: number;
  readonly others: number;
  /** In ms. */
  readonly medianWith: number;
  readonly medianWithout: number;
  /** From −1, all with it are quicker, to 1, all are slower. */
  readonly effect: number;
  readonly low: number;
  readonly high: number;
};

export type SlowCases = { readonly compared: number; readonly factors: readonly SlowFactor[] };

const FEWEST = 10;
/** Attributes with more values are names of cases rather than properties. */
const MOST_VALUES = 200;

/** The log must have the events of a case in the order of time. Those whose interval leaves out 0, strongest first. */
export function explainSlowCases(log: EventLog): SlowCases {
  const durations = durationsOf(log);
  const ranks = rank(durations);
  const groups = [...attributeGroups(log), ...occurrenceGroups(log)].filter(({ members }) => {
    const size = members.reduce((sum, each) => sum + each, 0);
    return size >= FEWEST && members.length - size >= FEWEST;
  });
  const z = normalQuantile(1 - 0.025 / Math.max(1, groups.length));
  const factors = groups
    .map((group) => compare(group, { durations, ranks, z }))
    .filter(({ low, high }) => low > 0 || high < 0)
    .toSorted((a, b) => Math.abs(b.effect) - Math.abs(a.effect));
  return { compared: groups.length, factors };
}

type Group = Pick<SlowFactor, 'kind' | 'name' | 'value'> & { readonly members: Uint8Array };

function durationsOf({ firstEvent, time }: EventLog): Float64Array {
  return Float64Array.from(firstEvent.subarray(1), (end, index) => {
    const first = firstEvent[index] as number;
    return end === first ? 0 : (time[end - 1] as number) - (time[first] as number);
  });
}

function* attributeGroups(log: EventLog): Generator<Group> {
  const cases = log.caseIds.length;
  for (const [name, column] of log.caseAttributes) {
    if (column.kind !== 'text' || column.names.length > MOST_VALUES) continue;
    for (const [code, value] of column.names.entries())
      yield {
        kind: 'attribute',
        name,
        value,
        members: Uint8Array.from({ length: cases }, (_, index) => (column.codes[index] === code ? 1 : 0)),
      };
  }
}

function* occurrenceGroups(log: EventLog): Generator<Group> {
  yield* membersByCode(log, 'activity', { names: log.activities, codes: log.activity });
  if (log.resource !== null)
    yield* membersByCode(log, 'resource', { names: log.resources, codes: log.resource });
}

function* membersByCode(
  { firstEvent, caseIds }: EventLog,
  kind: 'activity' | 'resource',
  { names, codes }: { readonly names: readonly string[]; readonly codes: Int32Array },
): Generator<Group> {
  if (names.length > MOST_VALUES) return;
  const members = names.map(() => new Uint8Array(caseIds.length));
  for (let index = 0; index < caseIds.length; index++)
    for (let event = firstEvent[index] as number; event < (firstEvent[index + 1] as number); event++) {
      const code = codes[event] as number;
      if (code !== NONE) (members[code] as Uint8Array)[index] = 1;
    }
  for (const [code, name] of names.entries())
    yield { kind, name, value: null, members: members[code] as Uint8Array };
}

/** From 1; equal values share the middle of theirs. */
function rank(values: Float64Array): Float64Array {
  const order = Array.from(values, (_, index) => index).sort(
    (a, b) => (values[a] as number) - (values[b] as number),
  );
  const ranks = new Float64Array(values.length);
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    while (to < order.length && values[order[to] as number] === values[order[from] as number]) to += 1;
    for (let at = from; at < to; at++) ranks[order[at] as number] = (from + 1 + to) / 2;
    from = to;
  }
  return ranks;
}

type Ranked = { readonly durations: Float64Array; readonly ranks: Float64Array; readonly z: number };

function compare({ kind, name, value, members }: Group, { durations, ranks, z }: Ranked): SlowFactor {
  const cases = members.reduce((sum, each) => sum + each, 0);
  const others = members.length - cases;
  let rankSum = 0;
  for (const [index, isMember] of members.entries()) if (isMember === 1) rankSum += ranks[index] as number;
  const chance = (rankSum - (cases * (cases + 1)) / 2) / (cases * others);
  const q1 = chance / (2 - chance);
  const q2 = (2 * chance * chance) / (1 + chance);
  const variance =
    (chance * (1 - chance) + (cases - 1) * (q1 - chance * chance) + (others - 1) * (q2 - chance * chance)) /
    (cases * others);
  const effect = 2 * chance - 1;
  const margin = 2 * z * Math.sqrt(Math.max(0, variance));
  return {
    kind,
    name,
    value,
    cases,
    others,
    medianWith: quantile(
      durations.filter((_, index) => members[index] === 1),
      0.5,
    ),
    medianWithout: quantile(
      durations.filter((_, index) => members[index] === 0),
      0.5,
    ),
    effect,
    low: Math.max(-1, effect - margin),
    high: Math.min(1, effect + margin),
  };
}

/** Of the standard normal distribution, by bisection of its integral (Abramowitz and Stegun 26.2.17). */
function normalQuantile(share: number): number {
  let low = -10;
  let high = 10;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (normalIntegral(middle) < share) low = middle;
    else high = middle;
  }
  return low;
}

function normalIntegral(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const tail =
    (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return x >= 0 ? 1 - tail : tail;
}
