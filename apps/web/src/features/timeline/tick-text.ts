/** What stands in the header of a timeline, in the person's language. */
import { DAY_MS, type CalendarUnit } from '../../data/timeline-calendar.ts';
import { fiscalYearOf, quarterOf, type Scale } from '../../data/timeline-scale.ts';
import { locale, t } from '../../messages/area-t.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function format(moment: number, options: Intl.DateTimeFormatOptions): string {
  const key = JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  formats.set(key, known);
  return known.format(moment);
}

/** The lower line: 23, Nov, Q4. */
export function unitText({ name, firstMonth }: Scale, start: number): string {
  switch (name) {
    case 'day':
    case 'week':
      return format(start, { day: 'numeric' });
    case 'month':
      return format(start, { month: 'short' });
    case 'half':
      return t('timeline.half', { number: new Date(start).getUTCMonth() < 6 ? 1 : 2 });
    case 'year':
      return format(start, { year: 'numeric' });
    case 'quarter':
    case 'fiscal-year':
      return t('timeline.quarter', { number: quarterOf({ firstMonth }, start) });
  }
}

/** The upper line: November 2026, 2026, FY 2027, 2020 – 2029. */
export function overText(scale: Scale, start: number, end: number): string {
  switch (scale.name) {
    case 'day':
    case 'week':
      return format(start, { month: 'long', year: 'numeric' });
    case 'month':
    case 'quarter':
    case 'half':
      return format(start, { year: 'numeric' });
    case 'year':
      return `${format(start, { year: 'numeric' })} – ${format(end - DAY_MS, { year: 'numeric' })}`;
    case 'fiscal-year':
      return t('timeline.fiscalYear', { year: String(fiscalYearOf(scale, start)) });
  }
}

/** Saturdays and Sundays, where days are drawn. */
export function isWeekend(unit: CalendarUnit, start: number): boolean {
  return 'days' in unit && unit.days === 1 && [0, 6].includes(new Date(start).getUTCDay());
}
