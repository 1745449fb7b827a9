/**
 * The view engine at 100,000 ideas of 30 fields, beside the same work on arrays of objects. Runs wherever
 * JavaScript does.
 */
import { makeId } from '@throughline/base';
import type { Field, FieldConfig, Option, Values } from '@throughline/model';
import {
  ColumnStore,
  evaluate,
  makeContext,
  makeQuery,
  makeSchema,
  openView,
  parseConditionText,
  parseOrderText,
  type Expression,
  type Order,
  type Schema,
  type ViewQuery,
} from '@throughline/view';
import { measureLiveCollection } from './live-collection.ts';

export type Measure = {
  readonly value: number;
  readonly unit: string;
  readonly baseline?: number;
  readonly ratio?: number;
};

export type MeasureOptions = {
  /** Milliseconds that only grow; fractions count. */
  readonly clock: () => number;
  readonly rows?: number;
  readonly rounds?: number;
};

type Idea = { readonly id: string; readonly values: Values };

const WORDS =
  'search export import sync board roadmap login mobile report price filter team alert invoice calendar map audit label widget cache'.split(
    ' ',
  );
const NOW = Date.parse('2026-03-01T00:00:00Z');
const DAY = 86_400_000;

export async function measure({
  clock,
  rows = 100_000,
  rounds = 25,
}: MeasureOptions): Promise<Record<string, Measure>> {
  const fields = makeFields();
  const schema = makeSchema({ entity: 'idea', fields });
  const ideas = makeIdeas(rows);
  const store = new ColumnStore(schema);
  for (const { id, values } of ideas) store.put(id, values);
  const context = makeContext({ now: NOW });
  const query = makeBenchQuery(schema);
  const time = (work: (round: number) => void): number => median(rounds, clock, work);

  const engine = time(() => evaluate(store, query, context));
  const objects = ideas.map(({ id, values }) => ({ id, ...values }) as PlainIdea);
  const plain = time(() => answerPlainly(objects));
  const rice = field('field_rice');
  const formula = time(() =>
    evaluate(
      store,
      makeQuery('idea', {
        where: { type: 'compare', operator: '>', left: rice, right: { type: 'number', value: 1e12 } },
      }),
      context,
    ),
  );
  const edit = measureEdits({ store, query, ideas, time, reachOf: (round) => (round * 389) % 1000 });
  // Each edit takes the greatest value, so that the normalised values of all records move.
  const normalized = measureEdits({
    store,
    query: makeMeasuredQuery('normalize'),
    ideas,
    time,
    reachOf: (round) => 10_000 + round,
  });
  const ranked = measureEdits({
    store,
    query: makeMeasuredQuery('percentile'),
    ideas,
    time,
    reachOf: (round) => (round * 389) % 1000,
  });
  const live = await measureLiveCollection(objects, {
    clock,
    since: new Date(NOW - 300 * DAY).toISOString(),
  });
  return {
    'view.query': { value: engine, unit: 'ms', baseline: plain, ratio: plain / engine },
    'view.query.tanstack': { value: engine, unit: 'ms', baseline: live.query, ratio: live.query / engine },
    'view.edit.tanstack': { value: edit, unit: 'ms', baseline: live.edit, ratio: live.edit / edit },
    'view.formula': { value: formula, unit: 'ms' },
    'view.edit': { value: edit, unit: 'ms' },
    'view.edit.normalised': { value: normalized, unit: 'ms' },
    'view.edit.ranked': { value: ranked, unit: 'ms' },
  };
}

function median(rounds: number, clock: () => number, work: (round: number) => void): number {
  for (let round = 0; round < 5; round++) work(round);
  const times = Array.from({ length: rounds }, (_, round) => {
    const start = clock();
    work(round + 5);
    return clock() - start;
  });
  return times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] as number;
}

function makeBenchQuery(schema: Schema): ViewQuery {
  return makeQuery('idea', {
    where: mustParse(
      schema,
      'status in ("Now", "Next", "Later") and reach > 200 and updatedAt > now() - 300d',
    ),
    order: mustOrder(schema, '-impact, title'),
    group: [{ by: field('team'), direction: 'ascending' }],
    aggregates: [{ name: 'count' }],
  });
}

/** Sorted by a value that depends on those of all records. */
function makeMeasuredQuery(name: 'normalize' | 'percentile'): ViewQuery {
  const by: Expression = { type: 'call', name, arguments: [field('reach')] };
  return makeQuery('idea', { order: [{ by, direction: 'descending' }] });
}

type EditBench = {
  readonly store: ColumnStore;
  readonly query: ViewQuery;
  readonly ideas: readonly Idea[];
  readonly time: (work: (round: number) => void) => number;
  readonly reachOf: (round: number) => number;
};

function measureEdits({ store, query, ideas, time, reachOf }: EditBench): number {
  const view = openView(store, query, makeContext({ now: NOW }));
  const random = makeRandom(7);
  const edited = time((round) => {
    const idea = ideas[Math.floor(random() * ideas.length)] as Idea;
    store.patch(idea.id, { reach: reachOf(round), impact: Math.floor(random() * 100) });
  });
  view.close();
  return edited;
}

function field(id: string): Expression {
  return { type: 'field', field: id };
}

function mustParse(schema: Schema, text: string): Expression {
  const parsed = parseConditionText(text, schema);
  if (!parsed.ok) throw new Error(parsed.error[0]?.message);
  return parsed.value;
}

function mustOrder(schema: Schema, text: string): readonly Order[] {
  const parsed = parseOrderText(text, schema);
  if (!parsed.ok) throw new Error(parsed.error[0]?.message);
  return parsed.value;
}

type PlainIdea = {
  readonly id: string;
  readonly status: string;
  readonly reach: number;
  readonly impact: number;
  readonly title: string;
  readonly team: string;
  readonly updatedAt: string;
};

/** The same answer the way it is usually written, with everything it can do for itself. */
function answerPlainly(ideas: readonly PlainIdea[]): ReadonlyMap<string, number> {
  const since = new Date(NOW - 300 * DAY).toISOString();
  const statuses = new Set(['now', 'next', 'later']);
  const found = ideas
    .filter((idea) => statuses.has(idea.status) && idea.reach > 200 && idea.updatedAt > since)
    .sort((a, b) => b.impact - a.impact || (a.title < b.title ? -1 : a.title > b.title ? 1 : 0));
  const counts = new Map<string, number>();
  for (const idea of found) counts.set(idea.team, (counts.get(idea.team) ?? 0) + 1);
  return counts;
}

const STATUSES: readonly Option[] = ['new', 'exploring', 'later', 'next', 'now', 'shipped', 'declined'].map(
  (key) => ({
    key,
    name: key.charAt(0).toUpperCase() + key.slice(1),
  }),
);

function makeFields(): readonly Field[] {
  const make = (id: string, type: string, config: FieldConfig = {}): Field => ({
    id,
    key: id,
    name: id,
    type,
    config,
  });
  return [
    make('title', 'text'),
    make('status', 'select', { options: STATUSES }),
    make('team', 'team'),
    make('owner', 'person'),
    make('labels', 'labels'),
    make('timeframe', 'date-range'),
    make('updatedAt', 'timestamp'),
    make('createdAt', 'timestamp'),
    ...['reach', 'impact', 'confidence', 'effort'].map((id) => make(id, 'number')),
    ...Array.from({ length: 12 }, (_, index) => make(`number${index}`, 'number')),
    ...Array.from({ length: 4 }, (_, index) => make(`choice${index}`, 'select', { options: STATUSES })),
    make('link', 'link'),
    { ...make('field_rice', 'formula', { expression: 'reach * impact * confidence / effort' }), key: 'rice' },
  ];
}

function makeIdeas(count: number): readonly Idea[] {
  const random = makeRandom(42);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const id = (prefix: string): string =>
    makeId(prefix, {
      now: () => NOW,
      randomBytes: (length) => Uint8Array.from({ length }, () => random() * 256),
    });
  const teams = Array.from({ length: 12 }, () => id('team'));
  const people = Array.from({ length: 40 }, () => id('person'));
  return Array.from({ length: count }, (_, index) => {
    const updated = NOW - Math.floor(random() * 600) * DAY - Math.floor(random() * DAY);
    const day = new Date(updated).toISOString().slice(0, 10);
    return {
      id: `idea_${index.toString(36).padStart(26, '0')}`,
      values: {
        title: `${pick(WORDS)} ${pick(WORDS)} ${pick(WORDS)} ${index}`,
        status: pick(STATUSES).key,
        team: pick(teams),
        owner: pick(people),
        labels: [pick(WORDS), pick(WORDS)],
        timeframe: { start: day, end: day, precision: 'day' },
        updatedAt: new Date(updated).toISOString(),
        createdAt: new Date(updated - DAY).toISOString(),
        reach: Math.floor(random() * 1000),
        impact: Math.floor(random() * 100),
        confidence: random(),
        effort: 1 + Math.floor(random() * 20),
        ...Object.fromEntries(Array.from({ length: 12 }, (_each, at) => [`number${at}`, random() * 1000])),
        ...Object.fromEntries(Array.from({ length: 4 }, (_each, at) => [`choice${at}`, pick(STATUSES).key])),
        link: { url: `https://example.org/${index}` },
      },
    };
  });
}

/** mulberry32 (public domain): the same numbers for the same seed, from 0 to below 1. */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
