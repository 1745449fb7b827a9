/** What nobody has handled: how old it is, where it came from, what it is worth; and how long answers take. */
import { groupBy } from './group-by.ts';
import type { ReplicaRecord } from './record-hub.ts';
import { readText } from '../fields/read-value.ts';

const DAY = 86_400_000;
const WEEK = 7 * DAY;
export const TREND_WEEKS = 12;

/** Ages in days: from the first on, below the second. */
export const AGES = [
  { from: 0, to: 3 },
  { from: 3, to: 8 },
  { from: 8, to: 15 },
  { from: 15, to: 31 },
  { from: 31, to: null },
] as const;

export type Age = (typeof AGES)[number];

export interface Leak {
  readonly count: number;
  /** Of the companies behind it, each once, in whole units of the currency. */
  readonly revenue: number;
  /** Milliseconds since 1970 of what waits the longest. */
  readonly oldest: number | null;
}

export interface LeakageReport {
  readonly all: Leak;
  /** Was to be answered by now. */
  readonly late: Leak;
  /** As `AGES`. */
  readonly ages: readonly Leak[];
  readonly channels: ReadonlyMap<string, Leak>;
  /** '' is for what nobody was given. */
  readonly teams: ReadonlyMap<string, Leak>;
  readonly owners: ReadonlyMap<string, Leak>;
  /** The oldest week first, the current one last. */
  readonly trend: readonly TrendWeek[];
}

export interface TrendWeek {
  /** Milliseconds since 1970; exclusive. */
  readonly end: number;
  readonly arrived: number;
  readonly handled: number;
  /** Unhandled at the end of the week. */
  readonly open: number;
}

export interface LeakageContext {
  readonly now: number;
  readonly revenueOf: (company: string) => number;
}

export function isWaiting({ values }: ReplicaRecord): boolean {
  return values['state'] === 'new' || values['state'] === 'open';
}

export function measureLeakage(
  feedback: readonly ReplicaRecord[],
  { now, revenueOf }: LeakageContext,
): LeakageReport {
  const waiting = feedback.filter(isWaiting);
  const leakOf = (records: readonly ReplicaRecord[] = []): Leak => ({
    count: records.length,
    revenue: [...new Set(records.map(({ values }) => readText(values['company'])))].reduce(
      (sum, company) => sum + (company === '' ? 0 : revenueOf(company)),
      0,
    ),
    oldest: records.reduce<number | null>(
      (least, record) => Math.min(least ?? Infinity, cameAt(record)),
      null,
    ),
  });
  const byText = (field: string): ReadonlyMap<string, Leak> =>
    new Map(
      [...groupBy(waiting, ({ values }) => readText(values[field]))]
        .map(([key, records]) => [key, leakOf(records)] as const)
        .toSorted(([, a], [, b]) => b.count - a.count),
    );
  const byAge = groupBy(waiting, (record) => ageOf(now - cameAt(record)));
  return {
    all: leakOf(waiting),
    late: leakOf(waiting.filter(({ values }) => (momentOf(values['dueAt']) ?? Infinity) < now)),
    ages: AGES.map((age) => leakOf(byAge.get(age))),
    channels: byText('channel'),
    teams: byText('team'),
    owners: byText('owner'),
    trend: trendOf(feedback, now),
  };
}

function ageOf(milliseconds: number): Age {
  const days = Math.max(0, milliseconds) / DAY;
  return AGES.find(({ to }) => to === null || days < to) ?? AGES[0];
}

/** What was handled without anybody noting when counts as handled when it came. */
function trendOf(feedback: readonly ReplicaRecord[], now: number): readonly TrendWeek[] {
  const spans = feedback.map((record) => {
    const came = cameAt(record);
    const handled = isWaiting(record) ? Infinity : (momentOf(record.values['handledAt']) ?? came);
    return { came, handled };
  });
  return Array.from({ length: TREND_WEEKS }, (_, at) => {
    const end = now - (TREND_WEEKS - 1 - at) * WEEK;
    const isWithin = (moment: number): boolean => moment < end && moment >= end - WEEK;
    return {
      end,
      arrived: spans.filter(({ came }) => isWithin(came)).length,
      handled: spans.filter(({ handled }) => isWithin(handled)).length,
      open: spans.filter(({ came, handled }) => came < end && handled >= end).length,
    };
  });
}

/** From the word to the first answer. */
export interface VoiceToValue {
  readonly answered: number;
  /** Nobody was told yet. */
  readonly open: number;
  /** In days; null where nothing was answered. */
  readonly median: number | null;
  /** In days: of those answered 85 % took no longer. */
  readonly percentile85: number | null;
  /** In days: of those that wait, up to now. */
  readonly openMedian: number | null;
}

export interface Clock {
  /** `2026-11`, in UTC, of the month of the word. */
  readonly month: string;
  readonly channel: string;
  readonly days: number;
  readonly isAnswered: boolean;
}

/** One for each piece of feedback of somebody who can be answered. */
export function readClocks(
  feedback: readonly ReplicaRecord[],
  answers: readonly ReplicaRecord[],
  now: number,
): readonly Clock[] {
  const first = firstAnswers(answers);
  return feedback
    .filter(({ values }) => readText(values['contact']) !== '')
    .map((record) => {
      const came = cameAt(record);
      const sent = first.get(record.id);
      return {
        month: new Date(came).toISOString().slice(0, 7),
        channel: readText(record.values['channel']),
        days: Math.max(0, (sent ?? now) - came) / DAY,
        isAnswered: sent !== undefined,
      };
    });
}

/** By feedback, milliseconds since 1970. */
export function firstAnswers(answers: readonly ReplicaRecord[]): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  for (const { values } of answers) {
    const sent = momentOf(values['sentAt']);
    const id = readText(values['feedback']);
    if (sent !== undefined && id !== '') first.set(id, Math.min(sent, first.get(id) ?? Infinity));
  }
  return first;
}

export function sumUpClocks(clocks: readonly Clock[]): VoiceToValue {
  const days = (isAnswered: boolean): readonly number[] =>
    clocks
      .filter((clock) => clock.isAnswered === isAnswered)
      .map((clock) => clock.days)
      .toSorted((a, b) => a - b);
  const [answered, open] = [days(true), days(false)];
  return {
    answered: answered.length,
    open: open.length,
    median: quantile(answered, 0.5),
    percentile85: quantile(answered, 0.85),
    openMedian: quantile(open, 0.5),
  };
}

/** Between the two neighbours, as `percentile_cont` of SQL takes it. */
function quantile(sorted: readonly number[], share: number): number | null {
  const at = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low === undefined || high === undefined ? null : low + (high - low) * (at - Math.floor(at));
}

export function cameAt({ values }: ReplicaRecord): number {
  return momentOf(values['receivedAt']) ?? momentOf(values['createdAt']) ?? 0;
}

function momentOf(value: unknown): number | undefined {
  if (typeof value !== 'string') return undefined;
  const moment = Date.parse(value);
  return Number.isNaN(moment) ? undefined : moment;
}
