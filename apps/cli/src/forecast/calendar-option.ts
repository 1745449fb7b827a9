/** `--calendar` and `--weekends-off`: which hours count. */
import { readFileSync } from 'node:fs';
import {
  elapsedByClock,
  FlowRefusal,
  makeElapsedLessDaysOff,
  makeWorkingClock,
  WEEKENDS,
  type DayPart,
  type Elapsed,
} from '@throughline/flow';
import type { LogOptions } from '../flow/log-options.ts';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

type CalendarFile = {
  readonly zone?: string;
  readonly days_off?: readonly string[];
} & Readonly<Partial<Record<(typeof DAYS)[number], readonly string[]>>>;

export function elapsedOf(options: LogOptions): { readonly elapsed: Elapsed; readonly name: string } {
  const given = options['calendar'];
  if (typeof given === 'string') {
    const calendar = parseCalendar(given.startsWith('@') ? readFileSync(given.slice(1), 'utf8') : given);
    return { elapsed: makeWorkingClock(calendar).between, name: 'working hours' };
  }
  if (options['weekendsOff'] === true)
    return { elapsed: makeElapsedLessDaysOff(WEEKENDS), name: 'days without weekends' };
  return { elapsed: elapsedByClock, name: 'calendar days' };
}

/** `{"zone": "Europe/Berlin", "mon": ["09:00-12:00", "13:00-17:00"], …, "days_off": ["2026-12-25"]}`. */
function parseCalendar(text: string) {
  const file = parseFile(text);
  return {
    zone: file.zone ?? 'UTC',
    week: DAYS.map((name) => (file[name] ?? []).map(parsePart)),
    daysOff: file.days_off ?? [],
  };
}

function parseFile(text: string): CalendarFile {
  try {
    return JSON.parse(text) as CalendarFile;
  } catch {
    throw refuse('--calendar is not JSON.');
  }
}

function parsePart(text: string): DayPart {
  const match = /^(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})$/.exec(text);
  const [from = 0, to = 0] = match
    ? [Number(match[1]) * 60 + Number(match[2]), Number(match[3]) * 60 + Number(match[4])]
    : [];
  if (from < to && to <= 24 * 60) return { from, to };
  throw refuse(`“${text}” is no part of a day.`);
}

function refuse(message: string): FlowRefusal {
  return new FlowRefusal('bad_option', {
    message,
    why: '',
    fix: 'Such as --calendar \'{"zone": "Europe/Berlin", "mon": ["09:00-17:00"], "days_off": ["2026-12-25"]}\'.',
  });
}
