/** Calendar days as `YYYY-MM-DD`, without a time zone: 3 May is 3 May everywhere. */
export type Day = string;

export const precisions = ['day', 'month', 'quarter'] as const;
export type Precision = (typeof precisions)[number];

/** Both ends belong to it. With month or quarter precision it starts and ends with whole ones. */
export interface DateRange {
  readonly start: Day;
  readonly end: Day;
  readonly precision: Precision;
}

export function makeDay(year: number, month: number, day: number): Day {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.toISOString().slice(0, 10);
}

/** Undefined for what is no day of the calendar: `2026-02-30`, `soon`. */
export function parseDay(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return undefined;
  const day = makeDay(Number(match[1]), Number(match[2]), Number(match[3]));
  return day === text ? day : undefined;
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

export function monthOf(day: Day): number {
  return Number(day.slice(5, 7));
}

export function quarterOf(day: Day): number {
  return Math.ceil(monthOf(day) / 3);
}

/** The whole month or quarter (or the day itself) a day lies in. */
export function periodAround(day: Day, precision: Precision): DateRange {
  if (precision === 'day') return { start: day, end: day, precision };
  const length = precision === 'month' ? 1 : 3;
  const first = precision === 'month' ? monthOf(day) : quarterOf(day) * 3 - 2;
  const year = yearOf(day);
  return { start: makeDay(year, first, 1), end: makeDay(year, first + length, 0), precision };
}

/** The same range rounded outwards to another precision. */
export function withPrecision(range: DateRange, precision: Precision): DateRange {
  return {
    start: periodAround(range.start, precision).start,
    end: periodAround(range.end, precision).end,
    precision,
  };
}

/** The shortest range over both. */
export function spanOf(first: DateRange, second: DateRange): DateRange {
  return {
    start: first.start < second.start ? first.start : second.start,
    end: first.end > second.end ? first.end : second.end,
    precision: first.precision,
  };
}

export function formatDay(day: Day, locale: string, today: Day): string {
  const sameYear = yearOf(day) === yearOf(today);
  return formatIn(locale, { day: 'numeric', month: 'short', ...(!sameYear && { year: 'numeric' }) }).format(
    toDate(day),
  );
}

/** As short as it can be: `Q3 2026`, `Aug – Oct 2026`, `3 – 12 May 2026`. */
export function formatDateRange(range: DateRange, locale: string): string {
  const { start, end, precision } = range;
  if (precision === 'quarter') return formatQuarters(start, end);
  const options: Intl.DateTimeFormatOptions =
    precision === 'month'
      ? { month: 'short', year: 'numeric' }
      : { day: 'numeric', month: 'short', year: 'numeric' };
  return formatIn(locale, options).formatRange(toDate(start), toDate(end));
}

function formatQuarters(start: Day, end: Day): string {
  const first = `Q${quarterOf(start)}`;
  const last = `Q${quarterOf(end)} ${yearOf(end)}`;
  if (yearOf(start) !== yearOf(end)) return `${first} ${yearOf(start)} – ${last}`;
  return quarterOf(start) === quarterOf(end) ? last : `${first} – ${last}`;
}

/** Months named as the locale names them, January first. */
export function monthNames(locale: string): readonly string[] {
  const names = formatIn(locale, { month: 'short' });
  return Array.from({ length: 12 }, (_, index) => names.format(new Date(Date.UTC(2024, index, 1))));
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making an Intl format costs a hundred times what using it costs. */
function formatIn(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const kept = formats.get(key);
  if (kept) return kept;
  const made = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  formats.set(key, made);
  return made;
}

function toDate(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** For the calendar widget, which thinks in local midnights. */
export function toLocalDate(day: Day): Date {
  return new Date(yearOf(day), monthOf(day) - 1, Number(day.slice(8, 10)));
}

export function fromLocalDate(date: Date): Day {
  return makeDay(date.getFullYear(), date.getMonth() + 1, date.getDate());
}

/** Today where this machine stands. */
export function currentDay(): Day {
  return fromLocalDate(new Date());
}
