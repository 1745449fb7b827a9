import { TZDate } from '@date-fns/tz';
import { Refusal } from '@throughline/contract';

const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/**
 * A moment to look back to, as ISO 8601 in UTC: an instant with its zone, or a calendar day, which stands for its
 * last millisecond in the workspace's zone. Refuses anything else, naming the parameter.
 */
export function parseMoment(text: string, { parameter, zone }: { parameter: string; zone: string }): string {
  const [, year, month, day] = DAY.exec(text) ?? [];
  const at =
    day === undefined
      ? INSTANT.test(text)
        ? Date.parse(text)
        : Number.NaN
      : new TZDate(Number(year), Number(month) - 1, Number(day) + 1, zone).getTime() - 1;
  if (Number.isNaN(at) || !isCalendarDay(text))
    throw new Refusal('invalid_input', {
      message: `${parameter}: “${text.slice(0, 40)}” is neither a day nor an instant.`,
      fix: 'Write a day such as 2026-03-31, or an instant such as 2026-03-31T22:00:00Z.',
      details: { parameter },
    });
  return new Date(at).toISOString();
}

/** 31 February would silently become a day in March. */
function isCalendarDay(text: string): boolean {
  const day = text.slice(0, 10);
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}
