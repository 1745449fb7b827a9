/** What is wrong with an input, in the words of somebody who wants to help. */
import { cutText, type Json } from '@throughline/base';
import { z } from 'zod';

type Issue = z.core.$ZodIssue;

export type InputWords = { readonly message: string; readonly fix?: string };

/** Of one issue that a schema has with an input. */
export function wordsOfIssue(schema: z.ZodType, input: Json | undefined, issue: Issue): InputWords {
  const path = issue.path.map(String);
  const name = path.length === 0 ? 'The request' : `“${cutText(path.join('.'), 80)}”`;
  const about = path.length === 1 ? descriptionOf(schema, path[0] ?? '') : undefined;
  return {
    message: `${name} ${problemOf(issue, valueAt(input, path))}.`,
    ...(about === undefined ? {} : { fix: `Give it: ${about}.` }),
  };
}

function problemOf(issue: Issue, value: Json | undefined): string {
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined && issue.path.length > 0
        ? 'is missing'
        : `takes ${TYPES[issue.expected] ?? issue.expected}, not ${tell(value)}`;
    case 'invalid_value':
      return `is one of ${issue.values.map(String).join(', ')}, not ${tell(value)}`;
    case 'too_small':
      return issue.minimum === 1 && issue.origin !== 'number'
        ? 'is empty'
        : `takes ${issue.minimum}${UNITS[issue.origin] ?? ''} at least`;
    case 'too_big':
      return `takes ${issue.maximum}${UNITS[issue.origin] ?? ''} at most`;
    case 'invalid_format':
      return `is not ${FORMATS[issue.format] ?? `of the form ${issue.format}`}: ${tell(value)}`;
    case 'custom':
    case 'invalid_element':
    case 'invalid_key':
    case 'invalid_union':
    case 'not_multiple_of':
    case 'unrecognized_keys':
      return `is not of the expected form: ${issue.message}`;
  }
}

const TYPES: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
  object: 'an object of fields',
  record: 'an object',
  string: 'a text',
};

const UNITS: Readonly<Record<string, string>> = { array: ' entries', string: ' characters' };

const FORMATS: Readonly<Record<string, string>> = {
  datetime: 'a moment such as 2026-03-01T09:00:00Z',
  email: 'an e-mail address',
};

function tell(value: Json | undefined): string {
  if (value === undefined || value === null || value === '') return 'nothing';
  if (typeof value === 'string') return `“${cutText(value, 60)}”`;
  if (typeof value === 'object') return Array.isArray(value) ? 'a list' : 'an object';
  return String(value);
}

function valueAt(input: Json | undefined, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>(
    (value, part) =>
      typeof value === 'object' && value !== null
        ? (Object.entries(value).find(([key]) => key === part)?.[1] as Json | undefined)
        : undefined,
    input,
  );
}

function descriptionOf(schema: z.ZodType, part: string): string | undefined {
  const whole = schema instanceof z.ZodDefault ? schema.unwrap() : schema;
  if (!(whole instanceof z.ZodObject)) return undefined;
  const shape: Readonly<Record<string, z.ZodType>> = whole.shape;
  return Object.entries(shape).find(([key]) => key === part)?.[1].description;
}
