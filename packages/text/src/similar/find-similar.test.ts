import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addItem, makeLexicalIndex, type ItemText, type LexicalIndex } from '../lexical/lexical-index.ts';
import { findSimilar } from './find-similar.ts';
import { findSharedPhrases } from './shared-phrases.ts';

const DAY = 86_400_000;

const ASKED: readonly (readonly [string, ItemText])[] = [
  ['pdf', { title: 'Export reports as PDF', body: 'Our board wants the monthly report on paper.' }],
  ['dark', { title: 'Dark mode', body: 'My eyes hurt when I work at night.' }],
  ['sso', { title: 'Sign in with our identity provider', body: 'SAML single sign-on, please.' }],
  ['slow', { title: 'The list is slow', body: 'Scrolling through ten thousand rows takes ages.' }],
];

function indexAll(texts = ASKED): LexicalIndex {
  const index = makeLexicalIndex();
  for (const [id, text] of texts) addItem(index, { id, texts: [text] });
  return index;
}

describe('similar texts', () => {
  it('come best first, and say why', () => {
    const [first] = findSimilar(indexAll(), { body: 'Please let me export a report to PDF' });
    expect(first?.id).toBe('pdf');
    expect(first?.because.shared.map(({ word }) => word).toSorted()).toEqual(['export', 'pdf', 'report']);
    expect(first?.because.shared.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
  });

  it('are found though every word is misspelt', () => {
    expect(findSimilar(indexAll(), { body: 'scroling thousnd' })[0]?.id).toBe('slow');
  });

  it('score 1 when they are the same, and never more', () => {
    const text = { title: 'Export reports as PDF', body: 'Our board wants the monthly report on paper.' };
    expect(findSimilar(indexAll(), text)[0]?.score).toBeCloseTo(1, 5);
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('export', 'pdf', 'dark', 'slow', 'list')),
        fc.nat(400),
        (words, days) => {
          const index = makeLexicalIndex();
          addItem(index, { id: 'a', texts: [{ body: 'export pdf slow' }], at: 0 });
          addItem(index, { id: 'b', texts: [{ title: 'dark list', body: 'slow' }], at: days * DAY });
          for (const { score } of findSimilar(index, { body: words.join(' '), at: 0 }))
            expect(score).toSatisfy((value: number) => value > 0 && value <= 1 + 1e-6);
        },
      ),
    );
  });

  it('of a merged item are those of its best text', () => {
    const index = indexAll();
    addItem(index, {
      id: 'merged',
      texts: [{ body: 'Something else entirely' }, { body: 'Night theme, everything is too bright' }],
    });
    const [first] = findSimilar(index, { body: 'a night theme' });
    expect(first).toMatchObject({ id: 'merged', text: 1 });
  });

  it('that were said at about the same time come first among equals', () => {
    const index = makeLexicalIndex();
    addItem(index, { id: 'a', texts: [{ body: 'login fails' }], at: 0 });
    addItem(index, { id: 'b', texts: [{ body: 'login fails' }], at: 300 * DAY });
    const asked = { body: 'login is broken and fails' };
    expect(findSimilar(index, { ...asked, at: 301 * DAY }).map(({ id }) => id)).toEqual(['b', 'a']);
    expect(findSimilar(index, asked).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('are only those that may be shown', () => {
    const found = findSimilar(indexAll(), { body: 'dark report' }, { accepts: (id) => id !== 'dark' });
    expect(found.map(({ id }) => id)).toEqual(['pdf']);
  });

  it('count what they mean as soon as that is known', () => {
    const index = indexAll();
    const asked = { body: 'dark report' };
    const meaning = (id: string): number | undefined => (id === 'pdf' ? 0.9 : undefined);
    const [first] = findSimilar(index, asked, { meaning });
    const before = findSimilar(index, asked).find(({ id }) => id === 'pdf');
    expect(first).toMatchObject({ id: 'pdf', because: { meaning: 0.9 } });
    expect(first?.score).toBeCloseTo(0.7 * (before?.score ?? 0) + 0.27);
  });

  it('may share no word, where their meaning is known', () => {
    const found = findSimilar(
      indexAll(),
      { body: 'bright screens make me tired' },
      { meaning: (id) => (id === 'dark' ? 0.8 : 0.1), alsoCompare: ['dark', 'gone'] },
    );
    expect(found[0]?.id).toBe('dark');
  });

  it('are found in scripts without spaces', () => {
    const index = indexAll([
      ['export', { body: '导出报告太慢了' }],
      ['login', { body: '无法登录系统' }],
    ]);
    expect(findSimilar(index, { body: '报告导出很慢' })[0]?.id).toBe('export');
  });
});

describe('shared phrases', () => {
  it('are the longest runs of words, by their stems', () => {
    expect(
      findSharedPhrases(
        'Namenode does not leave safe mode after restart',
        'After restarts the namenode is leaving safe mode late',
      ),
    ).toEqual(['leave safe mode']);
  });

  it('are none where no two words follow each other', () => {
    expect(findSharedPhrases('dark mode', 'mode of the dark')).toEqual([]);
  });
});
