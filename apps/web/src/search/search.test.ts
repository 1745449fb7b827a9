import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layouts, parseListSearch, printListSearch } from './list-search.ts';
import { parseSearchTexts, printSearchTexts } from './search-text.ts';

test('an address reads like what it means', () => {
  const search = parseListSearch(
    parseSearchTexts('?layout=board&sort=-rice,title&f=status+in+(now,+next)&open=PAY-12'),
  );
  expect(search).toEqual({
    layout: 'board',
    sort: [
      { field: 'rice', direction: 'descending' },
      { field: 'title', direction: 'ascending' },
    ],
    f: 'status in (now, next)',
    open: 'PAY-12',
  });
  expect(printSearchTexts(printListSearch(search))).toBe(
    '?f=status+in+(now,+next)&open=PAY-12&layout=board&sort=-rice,title',
  );
});

test('what nobody knows is dropped', () => {
  expect(parseListSearch(parseSearchTexts('?layout=carousel&sort=,-,&view=&x=1'))).toEqual({});
});

test('any text comes back from the address as it went in', () => {
  const text = fc.string({ unit: 'binary', minLength: 1 }).filter((value) => value.isWellFormed());
  fc.assert(
    fc.property(fc.record({ view: text, f: text, tab: text }, { requiredKeys: [] }), (texts) => {
      expect(parseSearchTexts(printSearchTexts(texts))).toEqual(texts);
    }),
  );
});

test('any list search comes back', () => {
  const key = fc.stringMatching(/^[a-z][a-z_0-9]{0,8}$/);
  const sort = fc.array(
    fc.record({ field: key, direction: fc.constantFrom('ascending' as const, 'descending' as const) }),
    { minLength: 1 },
  );
  fc.assert(
    fc.property(
      fc.record({ sort, layout: fc.constantFrom(...layouts), group: key }, { requiredKeys: [] }),
      (search) => {
        expect(parseListSearch(parseSearchTexts(printSearchTexts(printListSearch(search))))).toEqual(search);
      },
    ),
  );
});
