import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTree } from '../discovery/parse-tree.ts';
import { netOfTree } from '../discovery/petri-net.ts';
import { SILENT, simplifyTree, type ProcessTree } from '../discovery/process-tree.ts';
import { buildLog } from '../testing/build-log.ts';
import { alignLog, alignmentFitness, type LogAlignment, type Rule } from './align-log.ts';
import { judgeVariants, listDeviations } from './deviations.ts';
import { MarkingGraph } from './marking-graph.ts';
import { alignmentPrecision } from './precision.ts';
import { replayLog } from './token-replay.ts';

function align(traces: readonly string[], tree: string, rules?: ReadonlyMap<string, Rule>): LogAlignment {
  return alignLog(buildLog(traces), netOfTree(parseTree(tree)), rules === undefined ? {} : { rules });
}

const leaf = fc.constantFrom('a', 'b', 'c', 'd').map((name): ProcessTree => ({ kind: 'activity', name }));
const { tree } = fc.letrec<{ tree: ProcessTree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.constant(SILENT),
    fc
      .tuple(
        fc.constantFrom('sequence' as const, 'exclusive' as const, 'parallel' as const),
        fc.array(tie('tree'), { minLength: 2, maxLength: 3 }),
      )
      .map(([kind, children]) => ({ kind, children })),
    fc
      .tuple(leaf, tie('tree'))
      .map(([body, redo]): ProcessTree => ({ kind: 'loop', children: [body, redo] })),
  ),
}));

const trace = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'x'), { maxLength: 6 });

/** A run of a tree, by a list of choices. */
function play(node: ProcessTree, choose: (below: number) => number): readonly string[] {
  switch (node.kind) {
    case 'silent':
      return [];
    case 'activity':
      return [node.name];
    case 'sequence':
      return node.children.flatMap((child) => play(child, choose));
    case 'exclusive':
      return play(node.children[choose(node.children.length)] as ProcessTree, choose);
    case 'parallel':
      return interleave(
        node.children.map((child) => [...play(child, choose)]),
        choose,
      );
    case 'loop': {
      const [body, ...redos] = node.children as [ProcessTree, ...ProcessTree[]];
      const run = [...play(body, choose)];
      while (choose(3) === 0)
        run.push(...play(redos[choose(redos.length)] as ProcessTree, choose), ...play(body, choose));
      return run;
    }
  }
}

function interleave(runs: string[][], choose: (below: number) => number): readonly string[] {
  const merged: string[] = [];
  for (
    let open = runs.filter((run) => run.length > 0);
    open.length > 0;
    open = runs.filter((run) => run.length > 0)
  )
    merged.push(open[choose(open.length)]?.shift() as string);
  return merged;
}

/** The least number of insertions and deletions, by trying all states one after the other. */
function costByHand(traceOf: readonly string[], graph: MarkingGraph): number {
  const best = new Map<string, number>();
  let states = [{ marking: graph.initial, at: 0 }];
  for (let cost = 0; ; cost++) {
    const next: typeof states = [];
    for (let open = states.pop(); open !== undefined; open = states.pop()) {
      const { marking, at } = open;
      if ((best.get(`${marking},${at}`) ?? Infinity) <= cost) continue;
      best.set(`${marking},${at}`, cost);
      if (at === traceOf.length && graph.isEnd(marking)) return cost;
      if (at < traceOf.length) next.push({ marking, at: at + 1 });
      for (const { label, to } of graph.steps(marking)) {
        next.push({ marking: to, at });
        if (graph.labels[label] === traceOf[at]) states.push({ marking: to, at: at + 1 });
      }
    }
    states = next;
  }
}

describe('an alignment, worked out by hand', () => {
  it('costs nothing where the case is a run of the model', () => {
    expect(align(['a b c', 'a c b'], '→(a, ∧(b, c))').variants.map(({ cost }) => cost)).toEqual([0, 0]);
  });

  it('names what is left out and what is extra', () => {
    const alignment = align(['a x c', 'a b c', 'a b c'], '→(a, b, c)');
    expect(alignment.variants[0]).toMatchObject({ cost: 2, isCheapest: true });
    expect(listDeviations(alignment)).toEqual(
      expect.arrayContaining([
        { kind: 'extra', activity: 'x', after: 'a', rule: 'must', times: 1, cases: 1 },
        { kind: 'skipped', activity: 'b', after: 'a', rule: 'must', times: 1, cases: 1 },
      ]),
    );
    // Cost 2 of at most (3 events + 3 steps) × 3 cases.
    expect(alignmentFitness(alignment)).toBeCloseTo(1 - 2 / 18, 12);
  });

  it('is not looked for in a model of thousands of steps', () => {
    const names = Array.from({ length: 1001 }, (_, at) => `a${at}`);
    expect(() => align(['a'], `×(${names.join(', ')})`)).toThrow('The model has 1001 steps');
  });

  it('is judged by the rules', () => {
    const rules = new Map<string, Rule>([
      ['x', 'free'],
      ['b', 'may-differ'],
    ]);
    const alignment = align(['a x b c', 'a c', 'a b'], '→(a, b, c)', rules);
    expect(judgeVariants(alignment, rules)).toEqual(['conforms', 'differs', 'violates']);
    expect(alignment.variants.map(({ cost }) => cost)).toEqual([0, 1, 1]);
  });

  it('is precise where the model allows only what happens', () => {
    expect(alignmentPrecision(align(['a b'], '→(a, b)'))).toBe(1);
    // At the beginning only a of a; then b of b and c: 2 of 3 allowed steps happen.
    expect(alignmentPrecision(align(['a b'], '→(a, ×(b, c))'))).toBeCloseTo(2 / 3, 12);
  });
});

describe('token replay, worked out by hand', () => {
  it('counts tokens that are missing and left', () => {
    // a, c of →(a, b, c): a takes 1 and makes 1; c lacks its token; the token before b stays.
    const { variants, fitness } = replayLog(buildLog(['a c']), netOfTree(parseTree('→(a, b, c)')));
    expect(variants[0]).toMatchObject({ produced: 3, consumed: 3, missing: 1, remaining: 1, fits: false });
    expect(fitness).toBeCloseTo((1 - 1 / 3) / 2 + (1 - 1 / 3) / 2, 12);
  });
});

describe('conformance', () => {
  it('finds every run of a model to fit it, by replay and by alignment', () => {
    fc.assert(
      fc.property(tree, fc.infiniteStream(fc.nat()), (given, choices) => {
        const model = simplifyTree(given);
        const run = play(model, (below) => (choices.next().value as number) % below);
        const log = buildLog([run.slice(0, 30).join(' ')]);
        fc.pre(run.length > 0 && run.length <= 30);
        const net = netOfTree(model);
        expect(alignLog(log, net).variants.map(({ cost }) => cost)).toEqual([0]);
      }),
    );
  });

  it('never costs more than leaving out everything, and is the least there is', () => {
    fc.assert(
      fc.property(tree, trace, (given, events) => {
        fc.pre(events.length > 0);
        const net = netOfTree(simplifyTree(given));
        const alignment = alignLog(buildLog([events.join(' ')]), net);
        const [variant] = alignment.variants;
        expect(variant?.cost).toBeLessThanOrEqual(events.length + alignment.emptyCost);
        expect(variant?.cost).toBe(costByHand(events, new MarkingGraph(net)));
      }),
    );
  });

  it('costs nothing wherever replay finds nothing missing or left', () => {
    fc.assert(
      fc.property(tree, trace, (given, events) => {
        fc.pre(events.length > 0);
        const net = netOfTree(simplifyTree(given));
        const log = buildLog([events.join(' ')]);
        const isFitting = replayLog(log, net).variants[0]?.fits === true;
        expect(!isFitting || alignLog(log, net).variants[0]?.cost === 0).toBe(true);
      }),
    );
  });
});
