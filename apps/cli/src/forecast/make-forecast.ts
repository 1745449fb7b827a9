/** What `throughline forecast` answers: how many by a date, when so many will be done, and how far to believe it. */
import {
  FlowRefusal,
  judgeSupport,
  makeForecaster,
  makeWeekCapacity,
  promiseCounts,
  promisePeriods,
  type History,
  type Support,
} from '@throughline/flow';

export type Model = 'calibrated' | 'plain';

export type Question = {
  readonly items?: number;
  readonly by?: number;
  readonly periods?: number;
  readonly chances: readonly number[];
  readonly model: Model;
  /** Periods the plain model draws from. */
  readonly window: number;
  readonly unit: 'week' | 'day';
  /** Dates without work, past and to come; of weeks only. */
  readonly datesOff: readonly string[];
};

export type CountAnswer = {
  readonly periods: number;
  readonly until: string;
  /** `85%` → the count that will be reached with that chance. */
  readonly at_least: Readonly<Record<string, number>>;
};

export type TimeAnswer = {
  readonly items: number;
  /** `85%` → periods and the date they end; null where that is too far away to tell. */
  readonly periods: Readonly<Record<string, number | null>>;
  readonly dates: Readonly<Record<string, string | null>>;
};

export type Forecast = {
  readonly model: Model;
  readonly unit: 'week' | 'day';
  readonly history: {
    readonly from: string;
    readonly until: string;
    readonly periods: number;
    readonly items: number;
    readonly last_12: readonly number[];
  };
  readonly support: Support;
  readonly how_many?: CountAnswer;
  readonly when?: TimeAnswer;
};

type Answers = {
  readonly count: (periods: number, chances: readonly number[]) => readonly number[];
  readonly periodsFor: (items: number, chances: readonly number[]) => readonly (number | null)[];
};

export function makeForecast(history: History, question: Question): Forecast {
  const { counts, start, period } = history;
  const end = start + counts.length * period;
  const periods = question.periods ?? periodsUntil(question.by, end, { period, unit: question.unit });
  const support = judgeSupport(counts, periods ?? 1, question.unit);
  if (support.verdict === 'no') throw refuseForecast(support);
  const answers =
    question.model === 'plain'
      ? plainAnswers(counts, question.window)
      : calibratedAnswers(counts, makeWeekCapacity(start, question.datesOff));
  const dateAfter = (count: number): string => day(end + count * period);
  return {
    model: question.model,
    unit: question.unit,
    history: {
      from: day(start),
      until: day(end),
      periods: counts.length,
      items: sum(counts),
      last_12: counts.slice(-12),
    },
    support,
    ...(periods === undefined
      ? {}
      : { how_many: answerCount(answers, periods, { question, until: dateAfter(periods) }) }),
    ...(question.items === undefined
      ? {}
      : { when: answerTime(answers, question.items, { question, dateAfter }) }),
  };
}

function answerCount(
  answers: Answers,
  periods: number,
  { question, until }: { readonly question: Question; readonly until: string },
): CountAnswer {
  const counts = answers.count(periods, question.chances);
  return { periods, until, at_least: byChance(question.chances, counts) };
}

function answerTime(
  answers: Answers,
  items: number,
  { question, dateAfter }: { readonly question: Question; readonly dateAfter: (periods: number) => string },
): TimeAnswer {
  const found = answers.periodsFor(items, question.chances);
  return {
    items,
    periods: byChance(question.chances, found),
    dates: byChance(
      question.chances,
      found.map((periods) => (periods === null ? null : dateAfter(periods))),
    ),
  };
}

function plainAnswers(counts: readonly number[], window: number): Answers {
  const past = counts.slice(-window);
  return {
    count: (periods, chances) => promiseCounts(past, periods, chances),
    periodsFor: (items, chances) => promisePeriods(past, items, { chances }),
  };
}

function calibratedAnswers(counts: readonly number[], capacity: (week: number) => number): Answers {
  const { promise, periodsFor } = makeForecaster(counts, capacity);
  return { count: promise, periodsFor };
}

/** Whole periods that end by a date. */
function periodsUntil(
  by: number | undefined,
  end: number,
  { period, unit }: { readonly period: number; readonly unit: string },
): number | undefined {
  if (by === undefined) return undefined;
  const periods = Math.floor((by - end) / period);
  if (periods >= 1) return periods;
  throw new FlowRefusal('bad_option', {
    message: `No whole ${unit} lies between the end of the history and that date.`,
    why: `The history ends on ${day(end)}.`,
    fix: `Ask for a later date${unit === 'week' ? ', or for days with --unit day' : ''}.`,
  });
}

function refuseForecast({ notes }: Support): FlowRefusal {
  return new FlowRefusal('no_forecast', {
    message: notes[0]?.text ?? '',
    why: 'A forecast would be a guess.',
    fix: 'Give more history, or another --done column.',
  });
}

function byChance<T>(chances: readonly number[], values: readonly T[]): Readonly<Record<string, T>> {
  return Object.fromEntries(
    chances.map((chance, at) => [`${Math.round(chance * 1000) / 10}%`, values[at] as T]),
  );
}

function day(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
