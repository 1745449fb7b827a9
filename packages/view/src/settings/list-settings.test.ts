import { expect, test } from 'vitest';
import { parseListSettings } from './list-settings.ts';

test('what a list has kept is read, and what is wrong is left out', () => {
  const kept = {
    summaries: { field_1: 'median', field_2: 'none', field_3: 'mode', field_4: 7 },
    summaryRow: 'yes',
    nest: true,
    frozen: '',
  };
  expect(parseListSettings(kept)).toEqual({
    summaries: { field_1: 'median', field_2: 'none' },
    summaryRow: true,
    nest: true,
    frozen: null,
  });
});

test('a view that has kept nothing shows the summary row, and neither nests nor freezes', () => {
  expect(parseListSettings(undefined)).toEqual({
    summaries: {},
    summaryRow: true,
    nest: false,
    frozen: null,
  });
  expect(parseListSettings([1])).toEqual(parseListSettings(undefined));
});
