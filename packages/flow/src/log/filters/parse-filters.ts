/** Filters from JSON text; what is wrong is told with the number of the entry. */
import { FlowRefusal } from '../../read/flow-refusal.ts';
import { parseDuration } from './duration-text.ts';
import type { Filter, FilterType } from './filter.ts';
import { parseMoment } from './moment.ts';

type Check = (value: unknown) => string | null;

const isText: Check = (value) => (typeof value === 'string' ? null : 'is no text');
const isNumber: Check = (value) =>
  typeof value === 'number' && Number.isFinite(value) ? null : 'is no number';
const isFlag: Check = (value) => (typeof value === 'boolean' ? null : 'is neither true nor false');
const isCount: Check = (value) =>
  Number.isSafeInteger(value) && (value as number) >= 0 ? null : 'is no whole number';
const isShare: Check = (value) =>
  typeof value === 'number' && value >= 0 && value <= 1 ? null : 'is no number from 0 to 1';
const isMoment: Check = (value) =>
  typeof value === 'string' && !Number.isNaN(parseMoment(value))
    ? null
    : 'is no time such as 2026-03-01T09:00:00Z';
const isDuration: Check = (value) =>
  typeof value === 'string' && !Number.isNaN(parseDuration(value))
    ? null
    : 'is no duration such as 36h or 2d';
const isBound: Check = (value) =>
  isNumber(value) === null || isMoment(value) === null ? null : 'is no number or time';
const isTexts: Check = listOf(isText, 'text');
const isSequences: Check = listOf(isTexts, 'lists of activities');
const isValues: Check = listOf(
  (value) => (['string', 'number', 'boolean'].includes(typeof value) ? null : 'no'),
  'values',
);

function listOf(check: Check, of: string): Check {
  return (value) =>
    Array.isArray(value) && value.every((each) => check(each) === null) ? null : `is no list of ${of}`;
}

function oneOf(...choices: readonly string[]): Check {
  return (value) => (choices.includes(value as string) ? null : `is none of ${choices.join(', ')}`);
}

type Shape = { readonly needed?: readonly string[]; readonly of: Readonly<Record<string, Check>> };

const ATTRIBUTE: Shape = {
  needed: ['key'],
  of: { key: isText, in: isValues, min: isBound, max: isBound },
};
const NAMED: Shape = {
  needed: ['in'],
  of: { in: isTexts, keep: oneOf('events', 'cases-with-any', 'cases-with-all') },
};

const SHAPES: Readonly<Record<FilterType, Shape>> = {
  time: {
    of: { from: isMoment, to: isMoment, keep: oneOf('events', 'contained', 'intersecting', 'start', 'end') },
  },
  'case-attribute': ATTRIBUTE,
  'event-attribute': ATTRIBUTE,
  case: { needed: ['in'], of: { in: isTexts } },
  variant: { of: { top: isCount, coverage: isShare, in: isSequences } },
  activity: NAMED,
  resource: NAMED,
  transition: NAMED,
  duration: { of: { min: isDuration, max: isDuration } },
  length: { of: { min: isCount, max: isCount } },
  endpoint: { of: { start: isTexts, end: isTexts } },
  follows: { needed: ['from', 'to'], of: { from: isText, to: isText, eventually: isFlag } },
};

export function parseFilters(text: string): readonly Filter[] {
  const list = parseJson(text);
  if (!Array.isArray(list))
    throw refuse('The filters are no JSON list.', 'A single filter is a list of one.');
  return list.map((entry, index) => parseFilter(entry, index + 1));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw refuse('The filters are no JSON.', `${error.message}.`);
  }
}

function parseFilter(entry: unknown, number: number): Filter {
  const record = (typeof entry === 'object' && entry !== null ? entry : {}) as Record<string, unknown>;
  const type = record['type'];
  const shape = Object.hasOwn(SHAPES, String(type)) ? SHAPES[type as FilterType] : undefined;
  if (shape === undefined)
    throw refuse(
      `Filter ${number} has no known type.`,
      `${JSON.stringify(type) ?? 'Nothing'} is none of ${Object.keys(SHAPES).join(', ')}.`,
    );
  for (const key of shape.needed ?? [])
    if (!(key in record))
      throw refuse(`Filter ${number} (${String(type)}) has no “${key}”.`, 'It needs one.');
  for (const [key, value] of Object.entries(record)) {
    if (key === 'type') continue;
    const check = key === 'not' ? isFlag : shape.of[key];
    if (check === undefined)
      throw refuse(
        `Filter ${number} (${String(type)}) knows no “${key}”.`,
        `It takes ${[...Object.keys(shape.of), 'not'].join(', ')}.`,
      );
    const problem = check(value);
    if (problem !== null)
      throw refuse(
        `Filter ${number} (${String(type)}): “${key}” ${problem}.`,
        `It is ${JSON.stringify(value)}.`,
      );
  }
  return record as Filter;
}

function refuse(message: string, why: string): FlowRefusal {
  return new FlowRefusal('bad_filter', {
    message,
    why,
    fix: 'Such as [{"type": "activity", "in": ["Review"], "keep": "cases-with-any"}]; docs/flow.md has them all.',
  });
}
