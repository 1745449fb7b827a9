import { currentDay, formatDay, parseDay } from '@throughline/ui';
import { readText } from '../../fields/read-value.ts';
import { locale } from '../../messages/area-t.ts';

/** A calendar day as people write it; empty for none. */
export function dayWords(value: unknown): string {
  const day = parseDay(readText(value));
  return day === undefined ? '' : formatDay(day, locale, currentDay());
}

/** An instant, by the browser's clock. */
export function momentWords(value: unknown, withTime = false): string {
  const text = readText(value);
  if (text === '') return '';
  const time = withTime ? ({ timeStyle: 'short' } as const) : {};
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', ...time }).format(new Date(text));
}
