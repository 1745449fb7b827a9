import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { LayOut } from '../drawing/diagram.ts';
import { drawProcessMap } from '../drawing/draw-map.ts';
import { makeProcessMap } from '../drawing/process-map.ts';
import { makeLog } from '../log/make-log.ts';
import { pairLifecycle } from '../log/pair-lifecycle.ts';
import { buildLog } from '../testing/build-log.ts';
import { bpmnOfTree, writeBpmn } from './bpmn.ts';
import { findHandovers } from './handovers.ts';
import { parseTree } from './parse-tree.ts';
import { discoverGraph } from './process-graph.ts';
import { printTree } from './process-tree.ts';
import { caseRates } from './rates.ts';
import { findRework } from './rework.ts';
import { explainSlowCases } from './slow-cases.ts';
import { findVariants, rankVariants } from './variants.ts';

const HOUR = 3_600_000;

/** Everything on one line; enough to see what is drawn. */
const inALine: LayOut = ({ nodes, edges }) =>
  Promise.resolve({
    width: 100 * nodes.length,
    height: 100,
    nodes: new Map(nodes.map(({ id }, at) => [id, { x: at * 100, y: 0 }])),
    edges: new Map(
      edges.map(({ id }, at) => [
        id,
        {
          points: [
            { x: at, y: 0 },
            { x: at, y: 50 },
          ],
          label: { x: 0, y: 0 },
        },
      ]),
    ),
  });

describe('the directly-follows graph', () => {
  it('counts steps and the times between events', () => {
    const { cases, activities, steps } = discoverGraph(buildLog(['a b c', 'a b b', 'a c']));
    expect(cases).toBe(3);
    expect(activities.map(({ name, count, starts, ends }) => [name, count, starts, ends])).toEqual([
      ['a', 3, 3, 0],
      ['b', 3, 0, 1],
      ['c', 2, 0, 2],
    ]);
    expect(steps.map(({ from, to, count, wait }) => [from, to, count, wait.median, wait.total])).toEqual([
      ['a', 'b', 2, HOUR, 2 * HOUR],
      ['b', 'c', 1, HOUR, HOUR],
      ['b', 'b', 1, HOUR, HOUR],
      ['a', 'c', 1, HOUR, HOUR],
    ]);
  });

  it('tells waiting from working where beginnings are known', () => {
    const log = makeLog([
      { case: '1', activity: 'a', time: 2, start: 0 },
      { case: '1', activity: 'b', time: 10, start: 7 },
    ]);
    const { activities, steps } = discoverGraph(log);
    expect(steps[0]?.wait.total).toBe(5);
    expect(activities.map(({ work }) => work?.total)).toEqual([2, 3]);
  });

  it('knows beginnings from start events, paired with what they began', () => {
    const event = (activity: string, transition: string, time: number, resource: string) =>
      ({ case: '1', activity, transition, time, resource }) as const;
    const paired = pairLifecycle(
      makeLog([
        event('a', 'start', 0, 'x'),
        event('a', 'start', 1, 'y'),
        event('a', 'complete', 5, 'y'),
        event('a', 'complete', 9, 'x'),
        event('b', 'complete', 11, 'x'),
      ]),
    );
    expect([...paired.time]).toEqual([5, 9, 11]);
    expect([...(paired.start ?? [])]).toEqual([1, 0, Number.NaN]);
  });
});

describe('variants', () => {
  it('are ranked by their cases', () => {
    const variants = findVariants(buildLog(['a b', 'a c', 'a c', '']));
    expect(rankVariants(variants).map((variant) => variants.count[variant])).toEqual([2, 1]);
  });
});

describe('rework', () => {
  it('is told apart: repeated at once, come back to, sent back and forth, left out', () => {
    const { repeats, loops, pingPong, skipped } = findRework(buildLog(['a b a b', 'a a c', 'a b']));
    expect(repeats).toEqual([{ activity: 'a', cases: 1, times: 1 }]);
    expect(loops).toEqual([
      { activity: 'a', cases: 1, times: 1 },
      { activity: 'b', cases: 1, times: 1 },
    ]);
    expect(pingPong).toEqual([{ between: ['a', 'b'], cases: 1, times: 2 }]);
    expect(skipped).toEqual([{ activity: 'b', cases: 1, share: 1 / 3 }]);
  });
});

describe('handovers', () => {
  it('are counted with the time work lies in between', () => {
    const log = makeLog(
      (['x', 'y', 'y', 'x'] as const).map((resource, at) => ({
        case: '1',
        activity: 'a',
        time: at * 10,
        resource,
      })),
    );
    const handovers = findHandovers(log);
    expect(handovers?.share).toBeCloseTo(2 / 3, 12);
    expect(handovers?.pairs.map(({ from, to, count, wait }) => [from, to, count, wait.total])).toEqual([
      ['x', 'y', 1, 10],
      ['y', 'x', 1, 10],
    ]);
    expect(findHandovers(buildLog(['a b']))).toBeNull();
  });
});

describe('rates', () => {
  it('count what arrives and what is completed in weeks that begin on Monday', () => {
    const day = 24 * HOUR;
    const log = makeLog([
      { case: '1', activity: 'a', time: Date.parse('2026-03-02T00:00:00Z') },
      { case: '1', activity: 'b', time: Date.parse('2026-03-10T00:00:00Z') },
      { case: '2', activity: 'a', time: Date.parse('2026-03-08T23:59:59Z') },
    ]);
    expect(caseRates(log).weeks).toEqual([
      { from: Date.parse('2026-03-02T00:00:00Z'), arrived: 2, completed: 1 },
      { from: Date.parse('2026-03-02T00:00:00Z') + 7 * day, arrived: 0, completed: 1 },
    ]);
  });
});

describe('slow cases', () => {
  /** Forty cases; those of the south last ten hours more. */
  const log = makeLog(
    Array.from({ length: 40 }, (_, at) => [
      { case: String(at), activity: 'a', time: 0 },
      { case: String(at), activity: 'b', time: (at + 1 + (at % 2) * 100) * HOUR },
    ]).flat(),
    new Map(
      Array.from({ length: 40 }, (_, at) => [String(at), { region: at % 2 === 1 ? 'south' : 'north' }]),
    ),
  );

  it('are explained by what they have in common, with effect, sample and interval', () => {
    const { compared, factors } = explainSlowCases(log);
    expect(compared).toBe(2);
    expect(factors[0]).toMatchObject({ kind: 'attribute', name: 'region', cases: 20, others: 20 });
    expect(Math.abs(factors[0]?.effect ?? 0)).toBe(1);
  });

  it('are explained by numbers above the median, of the cases that have one', () => {
    const amounts = Float64Array.from({ length: 40 }, (_, at) =>
      at < 30 ? 100 * (at % 2) + at : Number.NaN,
    );
    const { factors } = explainSlowCases({
      ...log,
      caseAttributes: new Map([['amount', { kind: 'number', values: amounts }]]),
    });
    expect(factors).toEqual([
      expect.objectContaining({
        kind: 'number',
        name: 'amount',
        value: '> 64.5',
        cases: 15,
        others: 15,
        effect: 1,
      }),
    ]);
  });

  it('are not explained by what makes no difference', () => {
    const { factors } = explainSlowCases(
      buildLog(Array.from({ length: 40 }, (_, at) => (at % 2 ? 'a x b' : 'a y b'))),
    );
    expect(factors).toEqual([]);
  });
});

describe('a map', () => {
  it('shows the frequent part, every activity in reach of the beginning and the end', () => {
    const traces = [...Array.from({ length: 98 }, () => 'a b c'), 'a d c', 'a e c'];
    const map = makeProcessMap(discoverGraph(buildLog(traces)), { paths: 0.9, activities: 0.9966 });
    expect(map.activities.map(({ name }) => name)).toEqual(['a', 'c', 'b', 'd']);
    expect(map.steps.map(({ from, to }) => `${from}${to}`)).toEqual(['ab', 'bc', 'ad', 'dc']);
    expect(map.hidden).toEqual({ activities: 1, steps: 2 });
  });

  it('is drawn as well-formed SVG, whatever names say', async () => {
    const log = makeLog([{ case: '1', activity: 'a <b> & "c" \u0001', time: 0 }]);
    const svg = await drawProcessMap(makeProcessMap(discoverGraph(log)), { layOut: inALine, title: '<x>' });
    expect(() => new SaxesParser().write(svg).close()).not.toThrow();
    expect(svg).toContain('a &lt;b&gt; &amp;');
  });
});

describe('BPMN', () => {
  it('has gateways where ways part and meet, and is well formed', async () => {
    const bpmn = bpmnOfTree(parseTree('→(a, ×(b, τ), ⟲(c, d), ∧(e, f))'));
    expect(bpmn.nodes.map(({ type }) => type).toSorted()).toEqual(
      [
        'startEvent',
        'endEvent',
        ...Array.from({ length: 6 }, () => 'task'),
        ...Array.from({ length: 4 }, () => 'exclusiveGateway'),
        ...Array.from({ length: 2 }, () => 'parallelGateway'),
      ].toSorted(),
    );
    const xml = await writeBpmn(bpmn, inALine);
    expect(() => new SaxesParser().write(xml).close()).not.toThrow();
    for (const { id } of [...bpmn.nodes, ...bpmn.flows]) expect(xml).toContain(`bpmnElement="${id}"`);
  });
});

describe('process trees as text', () => {
  it.each([
    ['→(a, ×(b, τ), ⟲(c, d), ∧(e, f))', '→(a, ×(b, τ), ⟲(c, d), ∧(e, f))'],
    ["->( 'a', X( 'b', tau ), *( 'c', 'd' ), +( 'e', 'f' ) )", '→(a, ×(b, τ), ⟲(c, d), ∧(e, f))'],
    ['{"kind":"sequence","children":[{"kind":"activity","name":"a"},{"kind":"silent"}]}', '→(a, τ)'],
    ['→("a, (b)", c d)', '→("a, (b)", c d)'],
  ])('%s is read', (text, printed) => {
    expect(printTree(parseTree(text))).toBe(printed);
  });

  it.each(['→(a', '→(a,)', 'a b, c', '{"kind":"color"}', '{"kind":"loop","children":[]}', ''])(
    '“%s” is refused',
    (text) => {
      expect(() => parseTree(text)).toThrow('The model is no process tree.');
    },
  );
});
