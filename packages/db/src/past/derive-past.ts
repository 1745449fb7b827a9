/** What `readDerived` answers for today, for records as they were: counters, votes, rollups, connections. */
import { must, type Json, type JsonObject } from '@throughline/base';
import { optionNumbers, UNUSUAL_MINOR_UNITS, type Field, type Values } from '@throughline/model';
import { asJson, type DerivedPath, type PathStep } from '../derived-values.ts';
import type { Past } from './read-past.ts';

/** By record id. Each record at the path's end counts once; zero counts are left out. */
export function derivePast(past: Past, path: DerivedPath): ReadonlyMap<string, Json> {
  const levels = path.steps.map((step) => ({ step, records: recordsOf(past, step) }));
  const [first, ...rest] = levels;
  let reached = pointingBack(must(first));
  let before = must(first).records;
  for (const level of rest) {
    reached = follow(reached, before, level);
    before = level.records;
  }
  const values = new Map<string, Json>();
  const counted = { records: before, choices: choicesOf(path) };
  for (const [root, ids] of reached) {
    const value = sumUp(path, ids, counted);
    if (value !== null) values.set(root, asJson(path, value));
  }
  return values;
}

type Records = ReadonlyMap<string, Values>;
type Level = { readonly step: PathStep; readonly records: Records };
/** Ids by the record they were reached from. */
type Reached = ReadonlyMap<string, ReadonlySet<string>>;

function follow(from: Reached, before: Records, level: Level): Reached {
  const back = level.step.isRelation ? pointingBack(level) : undefined;
  const next = (id: string): readonly string[] => {
    if (back !== undefined) return [...(back.get(id) ?? [])];
    const target = before.get(id)?.[level.step.via];
    return typeof target === 'string' && level.records.has(target) ? [target] : [];
  };
  return new Map([...from].map(([root, ids]) => [root, new Set([...ids].flatMap(next))]));
}

function pointingBack({ step, records }: Level): Reached {
  const back = new Map<string, Set<string>>();
  for (const [id, values] of records) {
    const root = values[step.via];
    if (typeof root === 'string') back.set(root, (back.get(root) ?? new Set()).add(id));
  }
  return back;
}

/** Records of a step that counted: not archived, and of the connection that is meant. */
function recordsOf(past: Past, { entity, connection }: PathStep): Records {
  const all: Records = past.get(entity.name)?.past ?? new Map<string, Values>();
  const counted = [...all].filter(
    ([, values]) =>
      values['archivedAt'] === undefined &&
      (connection === undefined || (values['field'] ?? null) === connection),
  );
  return new Map(counted);
}

/** What choices count, by space; `null` for the spaces that have the field as it is. */
type Choices = ReadonlyMap<string | null, ReadonlyMap<string, number>>;

function choicesOf({ of, ofIn }: DerivedPath): Choices | undefined {
  if (of?.config.options === undefined) return undefined;
  const ways = [...ofIn].map(([space, field]) => [space, optionNumbers(field)] as const);
  return new Map<string | null, ReadonlyMap<string, number>>([[null, optionNumbers(of)], ...ways]);
}

type Counted = { readonly records: Records; readonly choices: Choices | undefined };

function numberIn({ records, choices }: Counted, of: Field, id: string): number | undefined {
  const values = records.get(id) ?? {};
  const value = values[of.id];
  if (choices === undefined) return numberOf(value, of);
  const { space } = values;
  const own = typeof space === 'string' ? choices.get(space) : undefined;
  return typeof value === 'string' ? (own ?? choices.get(null))?.get(value) : undefined;
}

function sumUp({ field, aggregate, of }: DerivedPath, ids: ReadonlySet<string>, counted: Counted): Json {
  if (ids.size === 0) return null;
  if (aggregate === 'records') return [...ids].toSorted();
  if (of === null || aggregate === 'count') return ids.size;
  const { cap = Infinity } = field.config;
  const numbers = [...ids].flatMap((id) => {
    const number = numberIn(counted, of, id);
    return number === undefined ? [] : Math.min(number, cap);
  });
  if (numbers.length === 0) return null;
  const sum = numbers.reduce((total, number) => total + number, 0);
  switch (aggregate) {
    case 'sum':
      return sum;
    case 'median':
      return median(numbers);
    case 'average':
      return sum / numbers.length;
    case 'min':
      return numbers.reduce((least, number) => Math.min(least, number));
    case 'max':
      return numbers.reduce((greatest, number) => Math.max(greatest, number));
  }
}

/** The mean of the two in the middle where they are even, as `percentile_cont(0.5)` takes it. */
function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  const [low, high] = [must(sorted[Math.ceil(half) - 1]), must(sorted[Math.floor(half)])];
  return low + (high - low) / 2;
}

/** Amounts in major units of their currency; dates in milliseconds. */
function numberOf(value: Json | undefined, field: Field): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return Date.parse(value);
  if (field.config.format !== 'currency' || !isAmount(value)) return undefined;
  const { amount, currency } = value;
  const units = typeof currency === 'string' ? (UNUSUAL_MINOR_UNITS[currency] ?? 100) : 100;
  return typeof amount === 'number' ? amount / units : undefined;
}

function isAmount(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
