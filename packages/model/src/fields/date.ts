import { ok, type Result } from '@throughline/base';
import type { FieldType, ValueProblem } from '../field.ts';
import { describe, noConfig, problem, shorten } from './parsing.ts';

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A calendar day, `YYYY-MM-DD`, the same day in every zone. */
export const dateField: FieldType<string> = {
  name: 'date',
  kind: 'date',
  custom: true,
  parseConfig: noConfig,
  parse: (input) =>
    typeof input === 'string'
      ? parseDay(input)
      : problem('not_a_date', `Expected YYYY-MM-DD, got ${describe(input)}.`),
  parseText: (text) => parseDay(text.trim()),
  format: (value) => value,
  toCell: dayToMilliseconds,
};

export function parseDay(text: string): Result<string, ValueProblem> {
  const match = DAY.exec(text);
  if (!match) return problem('not_a_date', `“${shorten(text)}” is not a date of the form YYYY-MM-DD.`);
  const time = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  const isReal =
    Number(match[1]) >= 1 && Number.isFinite(time) && new Date(time).toISOString().slice(0, 10) === text;
  return isReal ? ok(text) : problem('impossible_date', `There is no day ${text}.`);
}

/** Midnight UTC of a day. */
export function dayToMilliseconds(day: string): number {
  return Date.parse(`${day}T00:00:00.000Z`);
}

export function millisecondsToDay(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}
