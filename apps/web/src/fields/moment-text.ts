const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${locale} ${JSON.stringify(options)}`;
  const format = formats.get(name) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(name, format);
  return format;
}

export function readMoment(value: unknown): Date | undefined {
  if (typeof value !== 'string' || value.length <= 10) return undefined;
  const moment = new Date(value);
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}

/** Short for a cell: the day, and the year where it is another one. Long with the time. */
export function formatMoment(
  moment: Date,
  locale: string,
): { readonly short: string; readonly long: string } {
  const isThisYear = moment.getFullYear() === new Date().getFullYear();
  const day = {
    month: 'short',
    day: 'numeric',
    ...(isThisYear ? {} : { year: 'numeric' as const }),
  } as const;
  return {
    short: formatIn(locale, day).format(moment),
    long: formatIn(locale, { dateStyle: 'full', timeStyle: 'short' }).format(moment),
  };
}

const steps = [
  { unit: 'year', seconds: 31_536_000 },
  { unit: 'month', seconds: 2_592_000 },
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3600 },
  { unit: 'minute', seconds: 60 },
] as const;

/** `3 hours ago`. */
export function formatAgo(moment: Date, locale: string): string {
  const seconds = (moment.getTime() - Date.now()) / 1000;
  const step = steps.find((candidate) => Math.abs(seconds) >= candidate.seconds);
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return step ? format.format(Math.round(seconds / step.seconds), step.unit) : format.format(0, 'minute');
}

/** As `<input type="datetime-local">` writes it, in the person's zone. */
export function toLocalInput(moment: Date): string {
  const local = new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}
