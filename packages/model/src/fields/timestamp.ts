import { ok, type Json, type Result } from '@throughline/base';
import type { FieldType, ValueProblem } from '../field.ts';
import { describe, noConfig, problem, shorten } from './parsing.ts';

const INSTANT = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(:(\d{2})(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/;

/** A moment, ISO 8601 with a zone; kept as UTC with milliseconds. */
export const timestampField: FieldType<string> = {
  name: 'timestamp',
  kind: 'date',
  custom: false,
  parseConfig: noConfig,
  parse: parseInstant,
  parseText: (text) => parseInstant(text.trim()),
  format: (value) => value,
  toCell: (value) => Date.parse(value),
};

export function parseInstant(input: Json): Result<string, ValueProblem> {
  if (typeof input !== 'string') return problem('not_a_time', `Expected a time, got ${describe(input)}.`);
  const match = INSTANT.exec(input);
  const time = match
    ? Date.parse(input.replace(' ', 'T').replace(/([+-]\d{2})(\d{2})$/, '$1:$2'))
    : Number.NaN;
  if (!match || !isRealDay(match[1] as string) || !Number.isFinite(time)) {
    return problem(
      'not_a_time',
      `“${shorten(input)}” is not a time with a zone, such as 2026-03-01T09:30:00Z.`,
    );
  }
  return ok(new Date(time).toISOString());
}

function isRealDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(day);
}
