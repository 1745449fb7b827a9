import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUnspaced, LONGEST_TEXT, splitName, splitWords } from './split-words.ts';

describe('words of a text', () => {
  it.each([
    ['The export is slow, isn’t it?', ['the', 'export', 'is', 'slow', 'isn', 't', 'it']],
    ['snake_case and kebab-case', ['snake', 'case', 'and', 'kebab', 'case']],
    ['HDFSClient.openFile(v2)', ['HDFSClient', 'openFile', 'v2']],
    ['two PDFs', ['two', 'pdfs']],
    ['Größe ﬁnden', ['größe', 'finden']],
    ['Ｆｕｌｌ', ['full']],
    ['Как выгрузить отчёт', ['как', 'выгрузить', 'отчёт']],
    ['تصدير التقرير', ['تصدير', 'التقرير']],
    ['निर्यात धीमा है', ['निर्यात', 'धीमा', 'है']],
    ['내보내기가 느려요', ['내보내기가', '느려요']],
    ['导出太慢', ['导出', '出太', '太慢']],
    ['ส่งออก', ['ส่', '่ง', 'งอ', 'ออ', 'อก']],
    ['PDFに出力', ['pdf', 'に出', '出力']],
    ['👍👍 🚀', ['👍', '👍', '🚀']],
    ['  …—  ', []],
  ])('%s', (text, words) => {
    expect(splitWords(text)).toEqual(words);
  });

  it('cuts what is too long to be read', () => {
    expect(splitWords('a'.repeat(200))).toEqual(['a'.repeat(64)]);
    expect(splitWords('word '.repeat(50_000)).length).toBe(LONGEST_TEXT / 5);
  });

  it('are found in any text, and are the same when joined by spaces', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const words = splitWords(text).filter((word) => !isUnspaced(word));
        const again = splitWords(words.join(' ')).filter((word) => !isUnspaced(word));
        expect(again).toEqual(words);
      }),
    );
  });
});

describe('the words of a name', () => {
  it.each([
    ['nameNode', ['name', 'node']],
    ['HDFSClient', ['hdfs', 'client']],
    ['ipv6', ['ipv']],
    ['error404page', ['error', '404', 'page']],
    ['plain', []],
  ])('%s', (name, words) => {
    expect(splitName(name)).toEqual(words);
  });
});
