/**
 * How SQL values arrive in JavaScript, on both databases:
 *
 * | SQL | JavaScript |
 * | --- | --- |
 * | int2, int4, int8, float4, float8 | number; an int8 beyond 2^53 is an error |
 * | numeric | string: cast to float8 in SQL where a number is wanted |
 * | timestamptz | ISO 8601 in UTC with milliseconds, `2026-11-23T05:13:10.123Z` |
 * | date | `2026-11-23` |
 * | timestamp, time, interval | PostgreSQL's text |
 * | json, jsonb | parsed |
 * | bytea | Buffer |
 * | arrays of these | arrays |
 */
import { assert } from '@throughline/base';
import pg from 'pg';

const { builtins } = pg.types;
type Parse = (text: string) => unknown;

/** Object ids of array types have no names in `pg`. */
const ARRAY = { text: 1009, int8: 1016, timestamptz: 1185, date: 1182, timestamp: 1115 } as const;

const parsers: ReadonlyMap<number, Parse> = new Map<number, Parse>([
  [builtins.INT8, parseInt8],
  [builtins.TIMESTAMPTZ, parseInstant],
  [builtins.DATE, keepText],
  [builtins.TIMESTAMP, keepText],
  [builtins.INTERVAL, keepText],
  [ARRAY.int8, arrayOf(parseInt8)],
  [ARRAY.timestamptz, arrayOf(parseInstant)],
  [ARRAY.date, arrayOf(keepText)],
  [ARRAY.timestamp, arrayOf(keepText)],
]);

export const valueTypes = {
  getTypeParser(id: number, format?: 'text' | 'binary'): Parse {
    const own = format === 'binary' ? undefined : parsers.get(id);
    return own ?? findParser(id, format);
  },
} as pg.CustomTypesConfig;

/** The types of `pg` list the scalar types alone, though it knows arrays as well. */
function findParser(id: number, format: 'text' | 'binary' = 'text'): Parse {
  return pg.types.getTypeParser(id as typeof builtins.TEXT, format as 'text');
}

function parseInt8(text: string): number {
  const value = Number(text);
  assert(Number.isSafeInteger(value), `The int8 ${text} does not fit a number`);
  return value;
}

function keepText(text: string): string {
  return text;
}

/** Sessions run in UTC, so the text is `2026-11-23 05:13:10.123456+00`; infinity and years before Christ stay text. */
function parseInstant(text: string): string {
  const match = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00$/.exec(text);
  if (match === null) return text;
  return `${match[1]}T${match[2]}.${(match[3] ?? '').padEnd(3, '0').slice(0, 3)}Z`;
}

function arrayOf(parse: Parse): Parse {
  const parseTexts = findParser(ARRAY.text) as (text: string) => NestedTexts;
  return (text) => parseTexts(text).map((item) => mapTexts(item, parse));
}

type NestedTexts = readonly (string | null | NestedTexts)[];

function mapTexts(item: string | null | NestedTexts, parse: Parse): unknown {
  if (item === null) return null;
  return typeof item === 'string' ? parse(item) : item.map((inner) => mapTexts(inner, parse));
}
