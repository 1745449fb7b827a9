import { describe, expect, it } from 'vitest';
import { editDistance } from '../lexical/near-words.ts';
import { addItem, makeLexicalIndex, type LexicalIndex } from '../lexical/lexical-index.ts';
import { searchTexts, type SearchOptions } from './search-texts.ts';

const TEXTS = {
  pdf: 'Export the quarterly report as a PDF',
  notify: 'Notifications arrive too late on my phone',
  offline: 'I want to listen offline, on the plane',
  download: 'Download songs and listen offline',
  save: 'Download an album before a flight',
  node: 'NameNode restarts',
} as const;

function indexAll(): LexicalIndex {
  const index = makeLexicalIndex();
  for (const [id, body] of Object.entries(TEXTS)) addItem(index, { id, texts: [{ body }] });
  return index;
}

function find(query: string, options: SearchOptions = {}): readonly string[] {
  return searchTexts(indexAll(), query, options).map(({ id }) => id);
}

describe('a search', () => {
  it('finds other forms of a word, and parts of names', () => {
    expect(find('reporting')).toEqual(['pdf']);
    expect(find('name')).toEqual(['node']);
    expect(find('namenode')).toEqual(['node']);
  });

  it('finds what was meant where two of three words are misspelt', () => {
    expect(find('exprot quaterly pdf')).toEqual(['pdf']);
    expect(find('notifcation phnoe')[0]).toBe('notify');
  });

  it('finds words that are still being typed, when asked to', () => {
    expect(find('noti', { isTyping: true })).toEqual(['notify']);
    expect(find('noti')).toEqual([]);
  });

  it('puts texts with more of the words first', () => {
    expect(find('listen offline download')[0]).toBe('download');
  });

  it('widens to words that the best texts have in common', () => {
    expect(find('offline')).toEqual(['download', 'offline']);
    expect(find('offline', { isWide: true })).toContain('save');
  });

  it('says which words it found', () => {
    expect(searchTexts(indexAll(), 'exprot pdf')[0]?.because).toEqual([
      { asked: 'exprot', found: ['export'] },
      { asked: 'pdf', found: ['pdf'] },
    ]);
  });

  it('finds nothing for nothing', () => {
    expect([find(''), find('the of'), find('zzzzzz'), find('…')]).toEqual([[], [], [], []]);
  });
});

it.each([
  ['export', 'exprot', 1],
  ['export', 'exports', 1],
  ['export', 'xport', 1],
  ['kitten', 'sitting', 3],
  ['same', 'same', 0],
])('%s and %s differ by %d', (a, b, distance) => {
  expect(editDistance(a, b, 2)).toBe(distance);
});
