/** A dependency graph from a file: JSON as written in docs/forecast.md, or a CSV with a row an item. */
import { decodeText } from '../read/decode-text.ts';
import { FlowRefusal } from '../read/flow-refusal.ts';
import type { Chunks } from '../read/read-options.ts';
import { readAll, readTable, type Table } from '../items/read-table.ts';
import type { Dependency, GraphItem } from './dependency-graph.ts';
import type { DurationEstimate } from './duration-estimate.ts';

const DAY = 86_400_000;

export type GraphFile = {
  /** The day that durations count from, ms; null where the file has no dates. */
  readonly start: number | null;
  readonly target?: string;
  readonly due?: number;
  /** By team, how many items it does at once. */
  readonly hands: ReadonlyMap<string, number>;
  readonly items: readonly GraphItem[];
  readonly dependencies: readonly Dependency[];
};

type Fields = Readonly<Record<string, unknown>>;

export async function readGraph(chunks: Chunks): Promise<GraphFile> {
  const bytes = await readAll(chunks);
  const first = bytes.find((byte) => byte > 0x20 && byte < 0x80);
  if (first === 0x7b) return parseGraph(parseJson(decodeText(bytes, { start: 0, end: bytes.length })));
  async function* whole() {
    yield bytes;
  }
  return parseGraph({ items: fieldsOfTable(await readTable(whole())) });
}

export function parseGraph(file: Fields): GraphFile {
  const start = file['start'] === undefined ? null : parseDate(file['start'], 'start');
  const given = listOf(file['items'], 'items');
  if (given.length === 0) throw refuse('The file has no items.', 'A graph needs one at least.');
  const due = parseDay(file['due'], start, 'due');
  return {
    start,
    ...(typeof file['target'] === 'string' ? { target: file['target'] } : {}),
    ...(due === undefined ? {} : { due }),
    hands: parseHands(file['hands']),
    items: given.map((item, at) => parseItem(item, start, at)),
    dependencies: [
      ...listOf(file['dependencies'] ?? [], 'dependencies').map(parseDependency),
      ...given.flatMap((item) => namesIn(item['depends_on']).map((from) => ({ from, to: idOf(item) }))),
    ],
  };
}

/** Such as `{"Platform": 2}`. */
export function parseHands(value: unknown): ReadonlyMap<string, number> {
  if (value === undefined || value === null) return new Map();
  const entries = typeof value === 'object' ? Object.entries(value) : [['', value] as const];
  return new Map(
    entries.map(([team, count]: readonly [string, unknown]) => {
      if (typeof count === 'number' && Number.isInteger(count) && count >= 1 && count <= 1000)
        return [team, count];
      throw refuse(
        `The hands of “${team}” are not a whole number from 1 to 1000.`,
        'Hands are given by team, such as {"Platform": 2}.',
      );
    }),
  );
}

function parseItem(item: Fields, start: number | null, at: number): GraphItem {
  const id = idOf(item);
  if (id === '') throw refuse(`Item ${at + 1} has no id.`, 'Dependencies could not name it.');
  const notBefore = parseDay(item['not_before'], start, `not_before of ${id}`);
  const due = parseDay(item['due'], start, `due of ${id}`);
  return {
    id,
    team: textOf(item['team']),
    duration: parseDuration(item, id),
    ...(notBefore === undefined ? {} : { notBefore }),
    ...(due === undefined ? {} : { due }),
  };
}

function parseDuration(item: Fields, id: string): DurationEstimate {
  const of = (name: string): number | undefined => numberOf(item[name], `${name} of ${id}`);
  const [days, low, likely, high, median, p85] = ['days', 'low', 'likely', 'high', 'median', 'p85'].map(of);
  if (Array.isArray(item['observed']) && item['observed'].length > 0)
    return {
      type: 'observed',
      days: item['observed'].map((each) => numberOf(each, `observed of ${id}`) ?? 0),
    };
  if (days !== undefined) return { type: 'fixed', days };
  if (median !== undefined && p85 !== undefined && median > 0 && p85 >= median)
    return { type: 'percentiles', median, p85 };
  if (low !== undefined && high !== undefined && low <= (likely ?? low) && (likely ?? low) <= high)
    return { type: 'range', low, likely: likely ?? (low + high) / 2, high };
  throw refuse(
    `Nothing says how long “${id}” takes.`,
    'An item has days; or low ≤ likely ≤ high; or median ≤ p85; or a list observed.',
  );
}

function parseDependency(each: Fields): Dependency {
  const lag = numberOf(each['lag'], 'lag');
  return { from: textOf(each['from']), to: textOf(each['to']), ...(lag === undefined ? {} : { lag }) };
}

/** A number of days from the start, or a date. */
function parseDay(value: unknown, start: number | null, what: string): number | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  const isDate = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value);
  if (!isDate) return numberOf(value, what);
  if (start === null)
    throw refuse(`${what} is a date, and the file has no start.`, 'Days are counted from the start.');
  return (parseDate(value, what) - start) / DAY;
}

function parseDate(value: unknown, what: string): number {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  if (!Number.isNaN(time)) return time;
  throw refuse(`${what} is not a date.`, 'Dates are written 2026-12-24.');
}

function numberOf(value: unknown, what: string): number | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  const number = typeof value === 'string' ? Number(value) : value;
  if (typeof number === 'number' && Number.isFinite(number) && number >= 0) return number;
  throw refuse(`${what} is not a number from 0 on.`, `It is ${JSON.stringify(value)}.`);
}

function fieldsOfTable({ header, rows }: Table): readonly Fields[] {
  const names = header.map((name) => name.toLowerCase().replace(/[\s-]+/g, '_'));
  return rows.map(({ cells }) => Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ''])));
}

function listOf(value: unknown, what: string): readonly Fields[] {
  const isList = Array.isArray(value) && value.every((each) => typeof each === 'object' && each !== null);
  if (isList) return value as readonly Fields[];
  throw refuse(`${what} is not a list of objects.`, 'See docs/forecast.md for the form.');
}

function namesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.map(textOf);
  return textOf(value)
    .split(/[;,]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function idOf(item: Fields): string {
  return textOf(item['id']);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}

function parseJson(text: string): Fields {
  try {
    return JSON.parse(text) as Fields;
  } catch (error) {
    throw refuse('The file is not JSON.', (error as Error).message);
  }
}

function refuse(message: string, why: string): FlowRefusal {
  return new FlowRefusal('bad_graph', { message, why, fix: 'Correct the file.' });
}
