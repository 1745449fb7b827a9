import { expect, it } from 'vitest';
import { parseAgreements, parseTurns } from './parse-verdict.ts';

it('turns tell what was given for a field, with or without who gave it', () => {
  const [turn] = parseTurns([
    { people: 2, scores: { a: [{ person: 'person_1', value: 3 }, { note: 'Why' }] } },
  ]);
  expect(turn?.people).toBe(2);
  expect(turn?.of('a')).toEqual([
    { person: 'person_1', value: 3, note: '' },
    { person: undefined, value: undefined, note: 'Why' },
  ]);
  expect(turn?.of('b')).toEqual([]);
});

it('what has another shape reads as nothing', () => {
  expect(parseTurns('x')).toEqual([]);
  expect(parseTurns([3])[0]?.of('constructor')).toEqual([]);
  expect(parseAgreements([null])).toEqual([{ values: {}, by: '', at: '', act: '' }]);
});
