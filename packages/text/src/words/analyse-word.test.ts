import { describe, expect, it } from 'vitest';
import { analyseWord } from './analyse-word.ts';
import { loadLanguageDetector } from './language.ts';
import { loadStem, stemWord } from './stemmer.ts';

describe('a word', () => {
  it('has its stem, and those of the words it is made of', () => {
    expect(analyseWord('exporting')?.terms).toEqual(['export']);
    expect(analyseWord('nameNodes')?.terms).toEqual(['namenod', 'name', 'node']);
  });

  it('that says nothing is passed over', () => {
    expect(analyseWord('the')).toBeNull();
  });

  it('shares most runs of characters with itself misspelt', () => {
    const right = new Set(analyseWord('notifications')?.grams);
    const slip = analyseWord('notifcations')?.grams ?? [];
    expect(slip.filter((gram) => right.has(gram)).length / slip.length).toBeGreaterThan(0.6);
  });

  it('of a script without spaces is one run', () => {
    expect(analyseWord('出力')).toMatchObject({ terms: ['出力'], grams: { length: 1 } });
  });
});

describe('stems', () => {
  it('are those of English unless other languages are asked for', async () => {
    expect(['connected', 'connecting', 'connections'].map(stemWord)).toEqual([
      'connect',
      'connect',
      'connect',
    ]);
    const german = await loadStem(['de']);
    expect(german('häuser')).toBe(german('haus'));
  });

  it('go by the script of a word, so that two languages live side by side', async () => {
    const stem = await loadStem(['en', 'ru', 'de']);
    expect(stem('reports')).toBe('report');
    expect(stem('отчёты')).toBe(stem('отчёта'));
    expect(stem('café')).toBe('cafe');
  });
});

describe('the language of a text', () => {
  it.each([
    ['Der Export dauert viel zu lange, bitte macht ihn schneller', 'de'],
    ['The export takes far too long, please make it faster', 'en'],
    ['L’export prend beaucoup trop de temps, merci de l’accélérer', 'fr'],
    ['エクスポートに時間がかかりすぎます', 'ja'],
    ['ok', null],
    ['👍👍👍', null],
  ])('%s', async (text, language) => {
    const detect = await loadLanguageDetector();
    expect(detect(text)).toBe(language);
  });
});
