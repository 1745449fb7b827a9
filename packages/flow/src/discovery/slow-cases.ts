/**
 * What slow cases have in common. For each value of an attribute (of numbers: those above the median), and each activity
 * and resource, the durations of the cases with it are compared with those of the rest: Cliff's delta, the chance that a case with it lasts longer than one
 * without, less the chance that it lasts shorter; from −1 to 1 (Cliff, 1993), with an interval from the variance of the
 * rank statistic (Hanley and McNeil, 1982). So many things being compared, the intervals are widened (Bonferroni): that
 * one of them misses the truth by chance is as rare as 5 %.
 */
import { NONE, type AttributeColumn, type EventLog } from '../log/event-log.ts';
import { normalQuantile } from '../statistics/normal.ts';
import { medianInPlace } from '../statistics/quantile.ts';

export type SlowFactor = {
  readonly kind: 'attribute' | 'number' | 'activity' | 'resource';
  /** Of the attribute; the activity's or resource's name else. */
  readonly name: string;
  /** Of an attribute; of one that is a number, `> ` and the median that it is above. */
  readonly value: string | null;
  /** Cases with it, and without; of numbers, only those that have one. */
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
    const has = (wanted: number): boolean => members.filter((each) => each === wanted).length >= FEWEST;
    return has(WITH) && has(WITHOUT);
  });
  const z = normalQuantile(1 - 0.025 / Math.max(1, groups.length));
  const factors = groups
    .map((group) =>
      group.members.includes(UNKNOWN)
        ? compareKnown(group, durations, z)
        : compare(group, { durations, ranks, z }),
    )
    .filter(({ low, high }) => low > 0 || high < 0)
    .toSorted((a, b) => Math.abs(b.effect) - Math.abs(a.effect));
  return { compared: groups.length, factors };
}

const WITHOUT = 0;
const WITH = 1;
const UNKNOWN = 2;

/** Each case with it, without it, or not to be compared. */
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
    const numbers = numbersOf(column);
    if (numbers !== null) yield aboveMedian(name, numbers);
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

/** Of numbers, also of many that are written as text; `NaN` where there is none. */
function numbersOf(column: AttributeColumn): Float64Array | null {
  if (column.kind === 'number') return column.values;
  if (column.kind !== 'text' || column.names.length <= MOST_VALUES) return null;
  const values = column.names.map((name) => (name.trim() === '' ? Number.NaN : Number(name)));
  if (values.some((value) => Number.isNaN(value))) return null;
  return Float64Array.from(column.codes, (code) => (code === NONE ? Number.NaN : (values[code] as number)));
}

function aboveMedian(name: string, numbers: Float64Array): Group {
  const median = medianInPlace(numbers.filter((value) => !Number.isNaN(value)));
  return {
    kind: 'number',
    name,
    value: `> ${median}`,
    members: Uint8Array.from(numbers, (value) =>
      Number.isNaN(value) ? UNKNOWN : value > median ? WITH : WITHOUT,
    ),
  };
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

function compareKnown({ members, ...group }: Group, durations: Float64Array, z: number): SlowFactor {
  const known = durations.filter((_, index) => members[index] !== UNKNOWN);
  return compare(
    { ...group, members: members.filter((each) => each !== UNKNOWN) },
    { durations: known, ranks: rank(known), z },
  );
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
    medianWith: medianInPlace(durations.filter((_, index) => members[index] === 1)),
    medianWithout: medianInPlace(durations.filter((_, index) => members[index] === 0)),
    effect,
    low: Math.max(-1, effect - margin),
    high: Math.min(1, effect + margin),
  };
}
