import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignLog } from '../../conformance/align-log.ts';
import { replayLog } from '../../conformance/token-replay.ts';
import { buildLog } from '../../testing/build-log.ts';
import { netOfTree } from '../petri-net.ts';
import { printTree } from '../process-tree.ts';
import { findExclusiveCut } from './exclusive-cut.ts';
import { followsGraph } from './follows-graph.ts';
import { mineTree } from './inductive-miner.ts';
import { findLoopCut } from './loop-cut.ts';
import { findParallelCut } from './parallel-cut.ts';
import { findSequenceCut } from './sequence-cut.ts';

function mine(traces: readonly string[], noise = 0): string {
  return printTree(mineTree(buildLog(traces), { noise }));
}

/** Traces of letters; a place is the letter's in the alphabet, where all are used. */
function graphOf(...traces: string[]) {
  return followsGraph(
    traces.map((trace) => ({ events: trace.split('').map((letter) => letter.charCodeAt(0) - 97), count: 1 })),
  );
}

describe('a cut, worked out by hand', () => {
  it('is exclusive where two parts are never in one trace', () => {
    // a → b and c → d, with nothing between the two.
    expect(findExclusiveCut(graphOf('ab', 'cd'))).toEqual([
      [0, 1],
      [2, 3],
    ]);
    expect(findExclusiveCut(graphOf('ab', 'bc'))).toBeNull();
  });

  it('is a sequence where ways lead on and never back', () => {
    // a reaches b, c, d; b and c reach d and not each other; d reaches nothing.
    expect(findSequenceCut(graphOf('abd', 'acd'))).toEqual([[0], [1, 2], [3]]);
    expect(findSequenceCut(graphOf('aba'))).toBeNull();
  });

  it('is parallel where all follow all, and each part may begin and end', () => {
    // b and c follow each other both ways, a comes with neither order to them: ab, ba, bc, cb, ac, ca all occur.
    expect(findParallelCut(graphOf('abc', 'bca', 'cab', 'acb', 'bac', 'cba'))).toEqual([[0], [1], [2]]);
    expect(findParallelCut(graphOf('ab'))).toBeNull();
  });

  it('is a loop where something leads from all ends back to all beginnings', () => {
    // The body a, b; c comes after b, the only end, and before a, the only beginning.
    expect(findLoopCut(graphOf('ab', 'abcab'))).toEqual([[0, 1], [2]]);
    // d comes after a, which is no end.
    expect(findLoopCut(graphOf('ab', 'adb'))).toBeNull();
  });
});

describe('the inductive miner', () => {
  it('finds the textbook model of the running example', () => {
    // Process Mining (2016), figure 1.5, by the letters of its activities.
    expect(
      mine([
        'a b d e h',
        'a d c e g',
        'a c d e f b d e h',
        'a d b e g',
        'a c d e f d c e f c d e h',
        'a c d e g',
      ]),
    ).toBe('→(a, ⟲(→(∧(d, ×(b, c)), e), f), ×(h, g))');
  });

  it.each([
    ['one activity', ['a'], 'a'],
    ['one that repeats', ['a a a', 'a'], '⟲(a, τ)'],
    ['one that is left out at times', ['a b', 'b'], '→(×(τ, a), b)'],
    ['exclusive ones', ['a', 'b'], '×(a, b)'],
    ['parallel ones', ['a b', 'b a'], '∧(a, b)'],
    ['a loop', ['a', 'a b a', 'a b a b a'], '⟲(a, b)'],
  ])('finds %s', (_, traces, tree) => {
    expect(mine(traces)).toBe(tree);
  });

  it('leaves out what is rare when it may', () => {
    const traces = [...Array.from({ length: 50 }, () => 'a b c d'), 'c a b d'];
    expect(mine(traces, 0)).toBe('→(∧(a, b, c), d)');
    expect(mine(traces, 0.2)).toBe('→(a, b, c, d)');
  });

  it('explains every trace of any log without a deviation', () => {
    const trace = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(trace, { minLength: 1, maxLength: 7 }), (traces) => {
        const log = buildLog(traces.map((each) => each.join(' ')));
        const net = netOfTree(mineTree(log));
        expect(alignLog(log, net).variants.map(({ cost }) => cost)).toEqual(
          alignLog(log, net).variants.map(() => 0),
        );
        expect(replayLog(log, net).fittingCases).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('ends soon on a log of 2,000 activities', () => {
    const names = Array.from({ length: 2000 }, (_, at) => `activity${at}`);
    const tree = mineTree(buildLog([names.join(' '), names.toReversed().slice(0, 1000).join(' ')]));
    expect(printTree(tree).length).toBeGreaterThan(1000);
  });
});
