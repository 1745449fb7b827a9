import type { Json } from '@throughline/base';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseChartSettings } from './chart-settings.ts';
import { parseMatrixSettings } from './matrix-settings.ts';

test('nothing kept is a matrix that nobody has set up', () => {
  const axis = { field: null, isReversed: false, line: null };
  expect(parseMatrixSettings(undefined)).toEqual({
    x: axis,
    y: axis,
    size: null,
    color: null,
    hasLines: true,
    names: null,
  });
});

test('what fits is read, what does not is left out', () => {
  const kept = {
    x: { field: 'field_effort', isReversed: true, line: 'half' },
    y: 7,
    color: 'none',
    hasLines: 'no',
    names: ['Quick wins', 4],
  };
  expect(parseMatrixSettings(kept)).toEqual({
    x: { field: 'field_effort', isReversed: true, line: null },
    y: { field: null, isReversed: false, line: null },
    size: null,
    color: 'none',
    hasLines: true,
    names: ['Quick wins', '', '', ''],
  });
});

test('a measure without a field counts', () => {
  expect(parseChartSettings({ measure: { name: 'median' } }).measure).toEqual({ name: 'count', of: null });
  expect(parseChartSettings({ measure: { name: 'mode', of: 'votes' } }).measure).toEqual({
    name: 'sum',
    of: 'votes',
  });
});

test('reading again what was read changes nothing, whatever was kept', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (kept) => {
      for (const parse of [parseMatrixSettings, parseChartSettings]) {
        const read = parse(kept as Json);
        expect(parse(JSON.parse(JSON.stringify(read)) as Json)).toEqual(read);
      }
    }),
  );
});
