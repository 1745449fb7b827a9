import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSimilar } from '../similar/find-similar.ts';
import { searchTexts } from '../search/search-texts.ts';
import { addItemsInSteps, compactInSteps, shareRemoved } from './index-in-steps.ts';
import {
  addItem,
  countItems,
  hasItem,
  makeLexicalIndex,
  removeItem,
  type LexicalIndex,
  type TextItem,
} from './lexical-index.ts';

const WORDS = [
  'export',
  'exports',
  'dark',
  'mode',
  'PDF',
  'slow',
  'nameNode',
  'name',
  'login',
  '导出太慢',
  '👍',
  'the',
];

const someText = fc.array(fc.constantFrom(...WORDS), { maxLength: 8 }).map((words) => words.join(' '));
const someItem: fc.Arbitrary<TextItem> = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  texts: fc.array(fc.record({ title: someText, body: someText }), { minLength: 1, maxLength: 2 }),
  at: fc.integer({ min: 0, max: 10 }).map((day) => day * 86_400_000),
});
const someChange = fc.oneof(
  someItem.map((item) => ({ type: 'add' as const, item })),
  fc.constantFrom('a', 'b', 'c', 'd', 'e').map((id) => ({ type: 'remove' as const, id })),
);

function answers(index: LexicalIndex, text: string): unknown {
  return {
    items: countItems(index),
    similar: findSimilar(index, { title: text, body: 'export dark mode', at: 0 }),
    found: searchTexts(index, text, { isTyping: true }),
    wide: searchTexts(index, text, { isWide: true }).map(({ id, score }) => ({
      id,
      score: score.toFixed(9),
    })),
  };
}

function runToEnd<Value>(steps: Generator<unknown, Value>): Value {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

describe('an index', () => {
  it('answers the same however it came about', () => {
    fc.assert(
      fc.property(fc.array(someChange, { maxLength: 20 }), someText, (changes, asked) => {
        const changed = makeLexicalIndex();
        const kept = new Map<string, TextItem>();
        for (const change of changes) {
          if (change.type === 'add') {
            addItem(changed, change.item);
            kept.set(change.item.id, change.item);
          } else {
            removeItem(changed, change.id);
            kept.delete(change.id);
          }
        }
        const built = makeLexicalIndex();
        runToEnd(addItemsInSteps(built, kept.values()));
        const compact = runToEnd(compactInSteps(changed));
        expect(answers(changed, asked)).toEqual(answers(built, asked));
        expect(answers(compact, asked)).toEqual(answers(built, asked));
        expect(shareRemoved(compact)).toBe(0);
      }),
    );
  });

  it('has what changed while it was being compacted', () => {
    const index = makeLexicalIndex();
    for (let at = 0; at < 250; at++) addItem(index, { id: `item ${at}`, texts: [{ body: `export ${at}` }] });
    const steps = compactInSteps(index);
    steps.next();
    removeItem(index, 'item 3');
    addItem(index, { id: 'item 5', texts: [{ body: 'dark mode' }] });
    addItem(index, { id: 'new', texts: [{ body: 'dark theme' }] });
    const compact = runToEnd(steps);
    expect(hasItem(compact, 'item 3')).toBe(false);
    expect(searchTexts(compact, 'dark').map(({ id }) => id)).toEqual(['item 5', 'new']);
    expect(answers(compact, 'dark export')).toEqual(answers(index, 'dark export'));
  });

  it('adds in steps, so that others have their turn', () => {
    const items = Array.from({ length: 250 }, (_, at) => ({ id: `item ${at}`, texts: [{ body: 'export' }] }));
    expect([...addItemsInSteps(makeLexicalIndex(), items)]).toEqual([100, 200]);
  });

  it('takes texts without a word, and texts without an end', () => {
    const index = makeLexicalIndex();
    addItem(index, { id: 'empty', texts: [{ body: '' }] });
    addItem(index, { id: 'nothing', texts: [] });
    addItem(index, { id: 'long', texts: [{ body: 'x1y2 '.repeat(41_556) }] });
    expect(findSimilar(index, { body: '' })).toEqual([]);
    expect(findSimilar(index, { body: 'x1y2' }).map(({ id }) => id)).toEqual(['long']);
    expect(countItems(index)).toBe(3);
  });
});
