import { expect, it } from 'vitest';
import { idPrefix, isId, makeId } from './id.ts';

const source = (now: number) => ({ now: () => now, randomBytes: (n: number) => new Uint8Array(n).fill(7) });

it('makes ids that sort by time and say what they name', () => {
  const early = makeId('idea', source(1_700_000_000_000));
  const late = makeId('idea', source(1_700_000_000_001));
  expect(early < late).toBe(true);
  expect([isId(early), isId(early, 'idea'), isId(early, 'page'), idPrefix(early)]).toEqual([
    true,
    true,
    false,
    'idea',
  ]);
});

it('refuses what has not the form of an id', () => {
  expect(['', 'idea_', 'idea_xyz', "idea_'; drop table", 5].map((text) => isId(text))).toEqual(
    Array(5).fill(false),
  );
});
