import { expect, test } from 'vitest';
import { makeQuery, type Expression } from '../ast.ts';
import { makeContext } from '../context.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { ColumnStore } from '../evaluate/store.ts';
import { buildSchema } from '../testing/build-schema.ts';
import { openView } from './live-view.ts';

const NOW = Date.parse('2026-03-01T12:00:00Z');
const context = makeContext({ now: NOW });
const size: Expression = { type: 'field', field: 'size' };

function fillStore(count: number): ColumnStore {
  const store = new ColumnStore(buildSchema());
  for (let index = 0; index < count; index++) {
    store.put(idOf(index), {
      title: `Thing ${index}`,
      size: (index * 7919) % count,
      status: index % 2 ? 'now' : 'next',
    });
  }
  return store;
}

function idOf(index: number): string {
  return `thing_${index.toString(36).padStart(26, '0')}`;
}

test('a change of one record looks at a number of others that grows with the logarithm', () => {
  const visits = [1_000, 10_000, 100_000].map((count) => {
    const store = fillStore(count);
    const query = makeQuery('thing', {
      order: [{ by: size, direction: 'ascending' }],
      group: [{ by: { type: 'field', field: 'status' }, direction: 'ascending' }],
    });
    const view = openView(store, query, context);
    for (let change = 0; change < 100; change++) store.patch(idOf(change), { size: count - change });
    return view.visited / 100;
  });
  // Out of a list and into it, and the same for the record's group.
  for (const [index, count] of [1_000, 10_000, 100_000].entries()) {
    expect(visits[index]).toBeLessThanOrEqual(4 * (Math.log2(count) + 3));
  }
});

test('listeners hear where a record stood and where it stands', () => {
  const store = fillStore(5);
  const view = openView(
    store,
    makeQuery('thing', { order: [{ by: size, direction: 'descending' }] }),
    context,
  );
  const moves: unknown[] = [];
  view.onChange((move) => moves.push(move));
  store.put(idOf(9), { size: 100 });
  store.patch(idOf(9), { size: -1 });
  store.remove(idOf(9));
  expect(moves).toEqual([
    { row: 5, from: null, to: 0 },
    { row: 5, from: 0, to: 5 },
    { row: 5, from: 5, to: null },
  ]);
});

test('time going on moves only what the time decides', () => {
  const store = new ColumnStore(buildSchema());
  store.put(idOf(1), { seenAt: '2026-03-01T11:00:00.000Z' });
  store.put(idOf(2), { seenAt: '2026-02-01T11:00:00.000Z' });
  const seen: Expression = { type: 'field', field: 'seenAt' };
  const dayAgo: Expression = {
    type: 'arithmetic',
    operator: '-',
    left: { type: 'call', name: 'now', arguments: [] },
    right: { type: 'duration', amount: 1, unit: 'd' },
  };
  const view = openView(
    store,
    makeQuery('thing', { where: { type: 'compare', operator: '>', left: seen, right: dayAgo } }),
    context,
  );
  const moves: unknown[] = [];
  view.onChange((move) => moves.push(move));
  view.advance(makeContext({ now: NOW + 1000 }));
  expect([view.count, moves]).toEqual([1, []]);
  view.advance(makeContext({ now: NOW + 86_400_000 }));
  expect([view.count, moves]).toEqual([0, [{ row: 0, from: 0, to: null }]]);
});

test('normalised values follow when the extremes move', () => {
  const store = fillStore(4);
  const by: Expression = { type: 'call', name: 'normalize', arguments: [size] };
  const where: Expression = {
    type: 'compare',
    operator: '>=',
    left: by,
    right: { type: 'number', value: 50 },
  };
  const view = openView(
    store,
    makeQuery('thing', { where, order: [{ by, direction: 'descending' }] }),
    context,
  );
  const ids = (): string[] => Array.from(view.rows(), (row) => store.idOf(row));
  expect(view.count).toBe(2);
  store.patch(idOf(0), { size: 1000 });
  expect(ids()).toEqual([idOf(0)]);
  store.patch(idOf(0), { size: null });
  expect(view.count).toBe(2);
});

test('moving rows through many chunks keeps the list whole', () => {
  const store = fillStore(3_000);
  const view = openView(
    store,
    makeQuery('thing', { order: [{ by: size, direction: 'ascending' }] }),
    context,
  );
  for (let change = 0; change < 3_000; change++) store.patch(idOf(change), { size: 10_000 - change });
  const order = Array.from(view.rows(), (row) => store.idOf(row));
  expect(order).toEqual(Array.from({ length: 3_000 }, (_, index) => idOf(2_999 - index)));
  expect(view.indexOf(store.rowOf(idOf(0)) as number)).toBe(2_999);
});

test('aggregates of normalised values follow when the extremes move', () => {
  const store = new ColumnStore(buildSchema());
  const of: Expression = { type: 'call', name: 'normalize', arguments: [size] };
  const view = openView(store, makeQuery('thing', { aggregates: [{ name: 'sum', of }] }), context);
  store.put(idOf(1), { size: 0 });
  expect(view.aggregates).toEqual([100]);
  store.put(idOf(2), { size: 1e15 });
  store.put(idOf(3), { size: 5e14 });
  expect(view.aggregates).toEqual([150]);
});

const inView = (name: 'normalize' | 'percentile', of: Expression): Expression => ({
  type: 'call',
  name,
  arguments: [of, { type: 'text', value: 'view' }],
});

test('values measured in the view follow the records that its condition keeps', () => {
  const store = new ColumnStore(buildSchema());
  for (const at of [0, 10, 20, 30]) store.put(idOf(at), { size: at, isDone: at < 30 });
  const aggregates = (['normalize', 'percentile'] as const).map((name) => ({
    name: 'sum' as const,
    of: inView(name, size),
  }));
  const where: Expression = { type: 'field', field: 'isDone' };
  const view = openView(store, makeQuery('thing', { where, aggregates }), context);
  expect(view.aggregates).toEqual([150, 150]);
  store.patch(idOf(30), { isDone: true });
  expect(view.aggregates).toEqual([200, 200]);
  store.patch(idOf(0), { isDone: false });
  store.patch(idOf(0), { size: -1000 });
  expect(view.aggregates).toEqual([150, 150]);
});

test('what is measured is made anew only when the change moves what it is measured by', () => {
  const store = fillStore(1_000);
  const at = (name: 'normalize' | 'percentile') => {
    const of: Expression = { type: 'call', name, arguments: [size] };
    return openView(store, makeQuery('thing', { aggregates: [{ name: 'sum', of }] }), context);
  };
  const views = [at('normalize'), at('percentile')];
  const anew = [0, 0];
  for (const [index, view] of views.entries())
    view.onChange((move) => {
      if (move === null) anew[index] = (anew[index] as number) + 1;
    });
  store.patch(idOf(5), { title: 'Another' });
  expect(anew).toEqual([0, 0]);
  store.patch(idOf(5), { size: 500 });
  expect(anew).toEqual([0, 1]);
  store.patch(idOf(5), { size: 5_000 });
  expect(anew).toEqual([1, 2]);
});

test('in order of percentile rank a change moves its record alone', () => {
  const store = fillStore(1_000);
  const by: Expression = { type: 'call', name: 'percentile', arguments: [size] };
  const query = makeQuery('thing', { order: [{ by, direction: 'descending' }] });
  const view = openView(store, query, context);
  const moves: unknown[] = [];
  view.onChange((move) => moves.push(move));
  store.patch(idOf(5), { size: 5_000 });
  expect(moves).toMatchObject([{ row: 5, to: 0 }]);
  expect([...view.rows()]).toEqual([...evaluate(store, query, context).rows]);
});
