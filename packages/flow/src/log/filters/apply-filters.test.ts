import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildLog, tracesOf } from '../../testing/build-log.ts';
import { makeLog } from '../make-log.ts';
import { applyFilters } from './apply-filters.ts';
import type { Filter } from './filter.ts';
import { parseFilters } from './parse-filters.ts';

const LOG = buildLog(['a b c', 'a c', 'b a b', 'a b c']);

function keep(...filters: Filter[]): Readonly<Record<string, string>> {
  return tracesOf(applyFilters(LOG, filters));
}

const trace = fc
  .array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 6 })
  .map((each) => each.join(' '));
const traces = fc.array(trace, { minLength: 1, maxLength: 8 });
const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'x'), { minLength: 1 });
const not = fc.boolean();
const hours = fc.integer({ min: 0, max: 6 }).map((each) => `${each}h`);
const caseFilter: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({ type: fc.constant('endpoint' as const), start: names, not }),
  fc.record({ type: fc.constant('duration' as const), min: hours, not }),
  fc.record({ type: fc.constant('length' as const), min: fc.nat(4), not }),
  fc.record({
    type: fc.constant('follows' as const),
    from: fc.constantFrom('a', 'b'),
    to: fc.constantFrom('b', 'c'),
    eventually: fc.boolean(),
    not,
  }),
  fc.record({
    type: fc.constant('activity' as const),
    in: names,
    keep: fc.constantFrom('cases-with-any' as const, 'cases-with-all' as const),
    not,
  }),
  fc.record({ type: fc.constant('case' as const), in: fc.uniqueArray(fc.constantFrom('1', '2', '3')), not }),
  fc.record({
    type: fc.constant('time' as const),
    from: fc.constantFrom('1970-01-02', '1970-01-03T02:00:00Z'),
    keep: fc.constantFrom('contained' as const, 'intersecting' as const, 'start' as const),
    not,
  }),
);
const eventFilter: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({ type: fc.constant('activity' as const), in: names, keep: fc.constant('events' as const), not }),
  fc.record({
    type: fc.constant('time' as const),
    to: fc.constantFrom('1970-01-02', '1970-01-03T02:00:00Z'),
    keep: fc.constant('events' as const),
    not,
  }),
);

describe('filters', () => {
  it.each<[string, Filter, Record<string, string>]>([
    [
      'events of some activities',
      { type: 'activity', in: ['a', 'b'] },
      { 1: 'a b', 2: 'a', 3: 'b a b', 4: 'a b' },
    ],
    [
      'cases with any',
      { type: 'activity', in: ['c', 'x'], keep: 'cases-with-any' },
      { 1: 'a b c', 2: 'a c', 4: 'a b c' },
    ],
    [
      'cases with all',
      { type: 'activity', in: ['b', 'c'], keep: 'cases-with-all' },
      { 1: 'a b c', 4: 'a b c' },
    ],
    ['the commonest variant', { type: 'variant', top: 1 }, { 1: 'a b c', 4: 'a b c' }],
    ['variants covering a share', { type: 'variant', coverage: 0.6 }, { 1: 'a b c', 2: 'a c', 4: 'a b c' }],
    ['a variant', { type: 'variant', in: [['a', 'c']] }, { 2: 'a c' }],
    ['long cases', { type: 'duration', min: '2h' }, { 1: 'a b c', 3: 'b a b', 4: 'a b c' }],
    ['short cases', { type: 'length', max: 2 }, { 2: 'a c' }],
    ['endpoints', { type: 'endpoint', start: ['a'], end: ['c'] }, { 1: 'a b c', 2: 'a c', 4: 'a b c' }],
    ['a step', { type: 'follows', from: 'a', to: 'c' }, { 2: 'a c' }],
    [
      'a later step',
      { type: 'follows', from: 'a', to: 'c', eventually: true },
      { 1: 'a b c', 2: 'a c', 4: 'a b c' },
    ],
    [
      'what one turns around',
      { type: 'follows', from: 'a', to: 'c', not: true },
      { 1: 'a b c', 3: 'b a b', 4: 'a b c' },
    ],
    [
      'cases that began in a day',
      { type: 'time', from: '1970-01-02', to: '1970-01-02T23:59:59Z' },
      { 2: 'a c' },
    ],
    ['events before a time', { type: 'time', to: '1970-01-01T01:00:00Z', keep: 'events' }, { 1: 'a b' }],
    ['an unknown activity', { type: 'activity', in: ['x'] }, {}],
  ])('keep %s', (_, filter, wanted) => {
    expect(keep(filter)).toEqual(wanted);
  });

  it('keep cases by their attributes', () => {
    const log = makeLog(
      ['1', '2', '3'].map((id) => ({ case: id, activity: 'a', time: 0 })),
      new Map([
        ['1', { region: 'north', amount: 5 }],
        ['2', { region: 'south', amount: 7 }],
      ]),
    );
    const ids = (filter: Filter): readonly string[] => applyFilters(log, [filter]).caseIds;
    expect(ids({ type: 'case-attribute', key: 'region', in: ['north'] })).toEqual(['1']);
    expect(ids({ type: 'case-attribute', key: 'amount', min: 6 })).toEqual(['2']);
    expect(ids({ type: 'case-attribute', key: 'amount', in: [5] })).toEqual(['1']);
    expect(ids({ type: 'case-attribute', key: 'none', in: [5] })).toEqual([]);
  });

  it('on cases may change places', () => {
    fc.assert(
      fc.property(traces, caseFilter, caseFilter, (each, a, b) => {
        const log = buildLog(each);
        expect(tracesOf(applyFilters(log, [a, b]))).toEqual(tracesOf(applyFilters(log, [b, a])));
      }),
    );
  });

  it('on events may change places', () => {
    fc.assert(
      fc.property(traces, eventFilter, eventFilter, (each, a, b) => {
        const log = buildLog(each);
        expect(tracesOf(applyFilters(log, [a, b]))).toEqual(tracesOf(applyFilters(log, [b, a])));
      }),
    );
  });

  it('change nothing when applied again', () => {
    fc.assert(
      fc.property(traces, fc.oneof(caseFilter, eventFilter), (each, filter) => {
        const once = applyFilters(buildLog(each), [filter]);
        expect(tracesOf(applyFilters(once, [filter]))).toEqual(tracesOf(once));
      }),
    );
  });
});

describe('filters as text', () => {
  it.each([
    ['no JSON', '[{', 'The filters are no JSON.'],
    ['no list', '{}', 'The filters are no JSON list.'],
    ['an unknown type', '[{"type":"color"}]', 'Filter 1 has no known type.'],
    [
      'an unknown key',
      '[{"type":"case","in":[]},{"type":"length","most":3}]',
      'Filter 2 (length) knows no “most”.',
    ],
    ['a missing key', '[{"type":"case"}]', 'Filter 1 (case) has no “in”.'],
    ['a wrong duration', '[{"type":"duration","min":"long"}]', '“min” is no duration'],
    ['a wrong time', '[{"type":"time","from":"soon"}]', '“from” is no time'],
  ])('are refused when they have %s', (_, text, message) => {
    expect(() => parseFilters(text)).toThrow(message);
  });

  it('are read as they are', () => {
    const filters: Filter[] = [
      { type: 'duration', min: '1d 12h', not: true },
      { type: 'variant', top: 3 },
    ];
    expect(parseFilters(JSON.stringify(filters))).toEqual(filters);
  });
});
