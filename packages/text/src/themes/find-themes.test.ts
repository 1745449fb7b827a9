import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mutualInformation } from '../measures/mutual-information.ts';
import { findThemes, type ThemeText } from './find-themes.ts';
import { matchThemes } from './match-themes.ts';
import { measureGrowth } from './theme-growth.ts';

const ABOUT = {
  dark: ['dark mode please', 'a dark mode at night', 'the dark mode hurts less', 'dark mode for tables'],
  export: [
    'export to PDF fails',
    'the PDF export is empty',
    'PDF export takes hours',
    'no PDF export of charts',
  ],
  login: ['login by key', 'my login is forgotten', 'the login loops', 'login with two factors'],
};
const TEXTS: readonly ThemeText[] = Object.entries(ABOUT).flatMap(([name, texts]) =>
  texts.map((text, at) => ({ id: `${name} ${at}`, text })),
);

function membersBy(texts: readonly ThemeText[]): readonly (readonly string[])[] {
  return findThemes(texts, { detail: 0.2 }).map(({ members }) => members);
}

describe('themes', () => {
  it('are what is said alike, with the words people used for it', () => {
    const themes = findThemes(TEXTS, { detail: 0.2 });
    expect(themes.map(({ members }) => new Set(members.map((id) => id.split(' ')[0])).size)).toEqual([
      1, 1, 1,
    ]);
    expect(themes.map(({ words }) => words[0]).toSorted()).toEqual(['dark mode', 'login', 'pdf export']);
  });

  it('are known by what texts mean where they share no word', () => {
    const near = (first: number): Float32Array => Float32Array.of(first, 1 - first);
    const texts = ['moon', 'sun', 'star', 'pear', 'plum', 'fig'].map((text, at) => ({
      id: text,
      text,
      vector: near(at < 3 ? 1 : 0),
    }));
    expect(membersBy(texts)).toEqual([
      ['fig', 'pear', 'plum'],
      ['moon', 'star', 'sun'],
    ]);
  });

  it('are the same in whatever order texts come, and each text belongs to one at most', () => {
    const known = membersBy(TEXTS);
    fc.assert(
      fc.property(fc.shuffledSubarray([...TEXTS], { minLength: TEXTS.length }), (texts) => {
        expect(membersBy(texts)).toEqual(known);
      }),
      { numRuns: 20 },
    );
    expect(known.flat().length).toBe(new Set(known.flat()).size);
  });

  it('leave out what is like nothing, and texts that say nothing', () => {
    const odd = ['', '!!', '🙂', 'quixotic zebras'].map((text, at) => ({ id: `odd ${at}`, text }));
    expect(
      membersBy([...TEXTS, ...odd])
        .flat()
        .some((id) => id.startsWith('odd')),
    ).toBe(false);
    expect(findThemes([])).toEqual([]);
    expect(findThemes([{ id: 'a', text: 'alone' }])).toEqual([]);
  });

  it('keep their ids when texts come and go', () => {
    const yesterday = findThemes(TEXTS.slice(1), { detail: 0.2 });
    const renamed = yesterday.map(({ members }, at) => ({ id: `theme ${at}`, members }));
    const today = findThemes(TEXTS.slice(0, -1), { detail: 0.2, before: renamed });
    expect(today.map(({ id }) => id).toSorted()).toEqual(['theme 0', 'theme 1', 'theme 2']);
    for (const { id, members } of today) {
      const was = renamed.find((theme) => theme.id === id)?.members[0]?.split(' ')[0];
      expect(members[0]?.split(' ')[0]).toBe(was);
    }
  });
});

describe('matching themes', () => {
  it('gives each id once, to the one with most of its members', () => {
    const before = [
      { id: 'a', members: ['1', '2', '3', '4', '5'] },
      { id: 'b', members: ['6', '7'] },
    ];
    expect(matchThemes([['4', '5'], ['1', '2', '3', '8', '9'], ['6', '10'], ['11']], before)).toEqual([
      undefined,
      'a',
      'b',
      undefined,
    ]);
  });
});

describe('growth of a theme', () => {
  it('is the newest period beside those before', () => {
    const options = { until: 30, period: 10, periods: 3 };
    expect(measureGrowth([0, 10, 20, 25, 29, -5, 30, 40], options)).toEqual({ counts: [1, 1, 3], ratio: 3 });
    expect(measureGrowth([29], options)).toEqual({ counts: [0, 0, 1], ratio: null });
  });
});

describe('mutual information', () => {
  it('is 1 for the same division under other names, and 0 for one that tells nothing', () => {
    expect(mutualInformation(['a', 'a', 'b'], ['x', 'x', 'y'])).toBeCloseTo(1);
    expect(mutualInformation(['a', 'a', 'b', 'b'], ['x', 'y', 'x', 'y'])).toBeCloseTo(0);
    expect(mutualInformation(['a', 'a'], ['a', 'a'])).toBe(1);
  });
});
