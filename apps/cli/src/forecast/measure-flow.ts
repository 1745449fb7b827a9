/** What `throughline flow metrics` answers. Durations are in days. */
import {
  ageingItems,
  averageInProgress,
  countInProgress,
  cumulativeFlow,
  cycleTimes,
  leadTimes,
  makeHistory,
  serviceLevel,
  stageTimes,
  summarizeDays,
  WEEK,
  type Elapsed,
  type EventLog,
  type ItemList,
  type StageRole,
  type StageRoles,
  type Summary,
} from '@throughline/flow';
import type { OpenedItems } from './open-items.ts';

const DAY = 86_400_000;

export type MetricsOptions = {
  readonly elapsed: Elapsed;
  /** Cycle and lead times that are shorter are left out, in ms. */
  readonly longerThan: number;
  readonly from?: number;
  readonly until?: number;
  /** A moment at which weeks begin. */
  readonly weekOrigin: number;
};

export type FlowMetrics = {
  readonly items: number;
  readonly done: number;
  readonly cycle_time_days: Summary;
  readonly lead_time_days: Summary;
  readonly service_level: { readonly share: number; readonly within_days: number };
  readonly throughput: {
    readonly total: number;
    readonly mean_per_week: number;
    readonly weeks: readonly WeekCount[];
  };
  readonly in_progress: { readonly at: string; readonly count: number; readonly average: number };
  readonly ageing: readonly {
    readonly id: string;
    readonly since: string;
    readonly age_days: number;
    readonly older_than: number;
  }[];
  readonly stages?: readonly StageLine[];
  readonly flow_efficiency?: number | null;
  readonly blocked_days?: number;
  readonly cumulative_flow?: {
    readonly weeks_end: readonly string[];
    readonly counts: Readonly<Record<string, readonly number[]>>;
  };
};

/** A week from its first day to its last. */
export type WeekCount = { readonly from: string; readonly to: string; readonly items: number };

export type StageLine = {
  readonly stage: string;
  readonly role: StageRole;
  readonly items: number;
  readonly visits: number;
  readonly total_days: number;
  readonly median_days: number;
  readonly p85_days: number;
};

export function measureFlow({ items, events }: OpenedItems, options: MetricsOptions): FlowMetrics {
  const { elapsed, longerThan } = options;
  const times = cycleTimes(items, { elapsed, longerThan });
  const span = spanOf(items, options);
  const done = items.done.filter((time) => time >= span.from && time < span.until);
  const weeks = listWeeks(done, { ...span, origin: options.weekOrigin });
  const level = serviceLevel(times);
  return {
    items: items.ids.length,
    done: done.length,
    cycle_time_days: summarizeDays(times),
    lead_time_days: summarizeDays(leadTimes(items, { elapsed, longerThan })),
    service_level: { share: level.share, within_days: level.within / DAY },
    throughput: { total: done.length, mean_per_week: (done.length * WEEK) / (span.until - span.from), weeks },
    in_progress: {
      at: new Date(span.until).toISOString(),
      count: countInProgress(items, span.until),
      average: averageInProgress(items, span.from, span.until),
    },
    ageing: ageingItems(items, span.until, { cycleTimes: times, elapsed }).map(
      ({ id, started, age, olderThan }) => ({
        id,
        since: day(started),
        age_days: age / DAY,
        older_than: olderThan,
      }),
    ),
    ...(events?.roles ? measureStages({ log: events.log, roles: events.roles }, { ...span, elapsed }) : {}),
  };
}

type Span = { readonly from: number; readonly until: number };

/** From the first to the end of the last day on which anything happened, unless told. */
function spanOf({ created, started, done }: ItemList, { from, until }: MetricsOptions): Span {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const column of [created, started, done])
    for (const time of column) {
      if (time < first) first = time;
      if (time > last) last = time;
    }
  return { from: from ?? Math.floor(first / DAY) * DAY, until: until ?? (Math.floor(last / DAY) + 1) * DAY };
}

function listWeeks(
  done: Float64Array,
  { from, until, origin }: Span & { readonly origin: number },
): readonly WeekCount[] {
  const { start, counts } = makeHistory(done, { origin, from, to: until - 1 });
  return counts.map((items, week) => ({
    from: day(start + week * WEEK),
    to: day(start + (week + 1) * WEEK - DAY),
    items,
  }));
}

type Stages = { readonly log: EventLog; readonly roles: StageRoles };

function measureStages(
  { log, roles }: Stages,
  { from, until, elapsed }: Span & { readonly elapsed: Elapsed },
) {
  const { stages, flowEfficiency, blockedTime } = stageTimes(log, roles, { until, elapsed });
  const flow = cumulativeFlow(log, { from, to: until, period: WEEK });
  return {
    stages: stages.map(({ stage, role, items, visits, total, perItem }) => ({
      stage,
      role,
      items,
      visits,
      total_days: total / DAY,
      median_days: perItem.p50 / DAY,
      p85_days: perItem.p85 / DAY,
    })),
    flow_efficiency: Number.isNaN(flowEfficiency) ? null : flowEfficiency,
    blocked_days: blockedTime / DAY,
    cumulative_flow: {
      weeks_end: flow.moments.map(day),
      counts: Object.fromEntries(flow.stages.map((stage, at) => [stage, [...(flow.counts[at] ?? [])]])),
    },
  };
}

function day(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
