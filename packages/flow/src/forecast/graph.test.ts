import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeText } from '../read/decode-text.ts';
import { makeRandom } from '../statistics/random.ts';
import { selectRank } from '../statistics/select.ts';
import { makeDependencyGraph, type GraphItem } from './dependency-graph.ts';
import { parseGraph, readGraph } from './parse-graph.ts';
import { simulateGraph } from './simulate-graph.ts';

const fixed = (id: string, days: number, rest: Partial<GraphItem> = {}): GraphItem => ({
  id,
  duration: { type: 'fixed', days },
  ...rest,
});
const edge = (from: string, to: string, lag = 0) => ({ from, to, lag });
const options = () => ({ random: makeRandom(9), runs: 2000 });

describe('a dependency graph', () => {
  it('with fixed durations ends when its longest path does', () => {
    const items = [
      fixed('design', 3, { team: 'A' }),
      fixed('api', 5, { team: 'B' }),
      fixed('web', 4, { team: 'A', due: 7 }),
      fixed('ship', 1, { due: 10 }),
    ];
    const graph = makeDependencyGraph(items, [
      edge('design', 'api'),
      edge('design', 'web'),
      edge('api', 'ship', 2),
      edge('web', 'ship'),
    ]);
    const { end, items: outlook, dependencies, teams } = simulateGraph(graph, options());
    expect([end.p50, end.p95, end.onTime]).toEqual([11, 11, null]);
    expect(
      outlook.map(({ id, p50, onTime, expectedDelay, criticality }) => [
        id,
        p50,
        onTime,
        expectedDelay,
        criticality,
      ]),
    ).toEqual([
      ['design', 3, null, null, 1],
      ['api', 8, null, null, 1],
      ['web', 7, 1, 0, 0],
      ['ship', 11, 0, 1, 1],
    ]);
    expect(dependencies.map(({ criticality }) => criticality)).toEqual([1, 0, 1, 0]);
    expect(teams).toEqual([
      { team: 'B', share: 5 / 9 },
      { team: 'A', share: 3 / 9 },
      { team: '', share: 1 / 9 },
    ]);
  });

  it('lets a team with one pair of hands do one item after another, in the order they are ready', () => {
    const items = [
      fixed('late', 2, { team: 'A', notBefore: 1 }),
      fixed('early', 3, { team: 'A' }),
      fixed('done', 0, { team: 'A' }),
      fixed('other', 4, { team: 'B' }),
    ];
    const of = (hands: Record<string, number>) =>
      simulateGraph(
        makeDependencyGraph(
          items,
          [edge('late', 'done'), edge('early', 'done')],
          new Map(Object.entries(hands)),
        ),
        options(),
      );
    expect(of({}).end.p50).toBe(4);
    expect(of({ A: 2 }).end.p50).toBe(4);
    const { end, items: outlook, teams } = of({ A: 1 });
    expect(end.p50).toBe(5);
    expect(outlook.map(({ p50, criticality }) => [p50, criticality])).toEqual([
      [5, 1],
      [3, 1],
      [5, 0],
      [4, 0],
    ]);
    expect(teams).toEqual([
      { team: 'A', share: 1, hands: 1, waited: 2 },
      { team: 'B', share: 0 },
    ]);
    expect(() => of({ C: 1 })).toThrow('There is no team “C”');
  });

  it('ends no earlier with fewer hands, and with one pair takes the sum of all', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 12 }), (days) => {
        const items = days.map((each, at) => fixed(String(at), each, { team: 'A' }));
        const end = (hands: number): number =>
          simulateGraph(makeDependencyGraph(items, [], new Map([['A', hands]])), { ...options(), runs: 1 })
            .end.p50;
        expect(end(1)).toBe(days.reduce((sum, each) => sum + each, 0));
        expect(end(days.length)).toBe(Math.max(...days));
        expect(end(2)).toBeLessThanOrEqual(end(1));
        expect(end(2)).toBeGreaterThanOrEqual(end(days.length));
      }),
    );
  });

  it('of two that are equally likely to be last shares the criticality, and its chances multiply', () => {
    const coin = (id: string): GraphItem => ({ id, duration: { type: 'observed', days: [1, 3] } });
    const graph = makeDependencyGraph(
      [coin('a'), coin('b'), fixed('join', 1)],
      [edge('a', 'join'), edge('b', 'join')],
    );
    const { end, items } = simulateGraph(graph, {
      random: makeRandom(4),
      runs: 40_000,
      target: 'join',
      due: 2,
    });
    // Both take one day in a quarter of the runs; else it ends two days late.
    expect(end.onTime).toBeCloseTo(0.25, 2);
    expect(end.expectedDelay).toBeCloseTo(1.5, 1);
    // b decides alone in a quarter; where both are as late, the first dependency is taken.
    expect(items.map(({ criticality }) => Math.round(criticality * 100) / 100)).toEqual(
      [0.75, 0.25, 1].map((share) => expect.closeTo(share, 1)),
    );
  });

  it('draws ranges and percentiles as they are meant', () => {
    const graph = makeDependencyGraph(
      [
        { id: 'range', duration: { type: 'range', low: 1, likely: 2, high: 6 } },
        { id: 'guess', duration: { type: 'percentiles', median: 4, p85: 9 } },
      ],
      [],
    );
    const { items } = simulateGraph(graph, { random: makeRandom(2), runs: 50_000 });
    expect(items[0]?.p50).toBeCloseTo(6 - Math.sqrt(0.5 * 5 * 4), 1);
    expect([items[1]?.p50, items[1]?.p85]).toEqual([expect.closeTo(4, 0), expect.closeTo(9, 0)]);
  });

  it('waits for the earliest start', () => {
    const graph = makeDependencyGraph([fixed('a', 1), fixed('b', 1, { notBefore: 5 })], [edge('a', 'b')]);
    const { end, items } = simulateGraph(graph, options());
    expect([end.p50, items[0]?.criticality]).toEqual([6, 0]);
  });

  it('is refused where it goes round, and the circle named', () => {
    const items = ['a', 'b', 'c', 'd'].map((id) => fixed(id, 1));
    const make = () =>
      makeDependencyGraph(items, [edge('a', 'b'), edge('b', 'c'), edge('c', 'd'), edge('d', 'b')]);
    expect(make).toThrow('The dependencies go round in a circle: b → c → d → b.');
    expect(() => makeDependencyGraph([fixed('a', 1)], [edge('a', 'a')])).toThrow('a → a');
    expect(() => makeDependencyGraph([fixed('a', 1)], [edge('a', 'z')])).toThrow(
      '“z” is not among the items',
    );
    const single = makeDependencyGraph([fixed('a', 1)], []);
    expect(() => simulateGraph(single, { ...options(), target: 'z' })).toThrow('“z” is not among the items');
    expect(() => makeDependencyGraph([fixed('a', 1), fixed('a', 2)], [])).toThrow('two items “a”');
  });

  it('is never earlier with one dependency more', () => {
    const days = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(
        days,
        fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { minLength: 1, maxLength: 12 }),
        (lengths, pairs) => {
          const items = lengths.map((each, at) => fixed(`${at}`, each));
          const edges = pairs
            .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
            .filter(([a, b]) => a < b && b < lengths.length)
            .map(([a, b]) => edge(`${a}`, `${b}`));
          const endOf = (some: typeof edges) =>
            simulateGraph(makeDependencyGraph(items, some), { random: makeRandom(1), runs: 1 }).end.p50;
          expect(endOf(edges)).toBeGreaterThanOrEqual(endOf(edges.slice(1)));
        },
      ),
    );
  });

  it('selects ranks as sorting does', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1 }), fc.nat(), (values, any) => {
        const rank = any % values.length;
        expect(selectRank(Float32Array.from(values), rank)).toBe(values.toSorted((a, b) => a - b)[rank]);
      }),
    );
  });
});

describe('a graph in a file', () => {
  const read = (text: string) => {
    async function* chunks() {
      yield encodeText(text);
    }
    return readGraph(chunks());
  };

  it('is JSON with dates or days', async () => {
    const file = {
      start: '2026-03-01',
      due: '2026-03-11',
      hands: { T: 2 },
      items: [
        { id: 'a', team: 'T', low: 1, likely: 2, high: 4, due: '2026-03-05' },
        { id: 'b', median: 2, p85: 5, depends_on: ['a'] },
      ],
    };
    expect(await read(JSON.stringify(file))).toEqual({
      start: Date.parse('2026-03-01'),
      due: 10,
      hands: new Map([['T', 2]]),
      items: [
        { id: 'a', team: 'T', duration: { type: 'range', low: 1, likely: 2, high: 4 }, due: 4 },
        { id: 'b', team: '', duration: { type: 'percentiles', median: 2, p85: 5 } },
      ],
      dependencies: [{ from: 'a', to: 'b' }],
    });
  });

  it('or a table', async () => {
    const { items, dependencies } = await read(
      'ID;Team;Days;Depends on\na;T;2;\nb;U;3;a\nc;U;1;a, b\n'.replaceAll(';', '\t'),
    );
    expect(items.map(({ id, duration }) => [id, duration])).toEqual(
      ['a', 'b', 'c'].map((id, at) => [id, { type: 'fixed', days: [2, 3, 1][at] }]),
    );
    expect(dependencies).toEqual([
      { from: 'a', to: 'b' },
      { from: 'a', to: 'c' },
      { from: 'b', to: 'c' },
    ]);
  });

  it.each([
    [{ items: [] }, 'no items'],
    [{ items: 3 }, 'not a list'],
    [{ items: [{ days: 1 }] }, 'Item 1 has no id'],
    [{ items: [{ id: 'a' }] }, 'Nothing says how long “a” takes'],
    [{ items: [{ id: 'a', days: -1 }] }, 'days of a is not a number'],
    [{ items: [{ id: 'a', days: 1, due: '2026-01-01' }] }, 'has no start'],
    [{ start: 'soon', items: [{ id: 'a', days: 1 }] }, 'start is not a date'],
  ])('is refused where it cannot be meant: %j', (file, message) => {
    expect(() => parseGraph(file)).toThrow(message);
  });
});
