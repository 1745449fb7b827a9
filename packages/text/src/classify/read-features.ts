/** What of a text tells where it belongs: its words, pairs and runs of characters, its title, and how it is made up. */
import { cutText } from '@throughline/base';
import { foldAccents } from '../words/fold.ts';
import { hashGrams } from '../words/grams.ts';
import { splitName, splitWords } from '../words/split-words.ts';
import { stemWord, type Stem } from '../words/stemmer.ts';

export type ClassifiedText = { readonly title?: string; readonly body: string };

export const BLOCKS = ['words', 'pairs', 'characters', 'titleWords', 'titleCharacters', 'marks'] as const;
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

const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;
const CODE = /```[\s\S]*?(?:```|$)|~~~[\s\S]*?(?:~~~|$)/g;
const LINK = /https?:\/\/[^\s)>\]]+/g;

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
type Blocks = { readonly words: Block; readonly pairs: Block; readonly characters: Block };
const WHOLE: Blocks = { words: 'words', pairs: 'pairs', characters: 'characters' };
const TITLE: Blocks = { words: 'titleWords', pairs: 'titleWords', characters: 'titleCharacters' };

function visitWords(
  text: string,
  { words, pairs, characters }: Blocks,
  { visit, stem }: { readonly visit: Visit; readonly stem: Stem },
): void {
  let before = { stem: EDGE.start as string, shown: '' };
  for (const word of splitWords(text)) {
    const shown = word.toLowerCase();
    const now = { stem: stem(shown), shown };
    visit({ block: words, name: now.stem, shown });
    visit({
      block: pairs,
      name: `${before.stem} ${now.stem}`,
      shown: `${before.shown} ${shown}`.trim(),
    });
    for (const part of splitName(word)) visit({ block: words, name: stem(part), shown });
    for (const gram of hashGrams(foldAccents(shown))) visit({ block: characters, name: String(gram), shown });
    before = now;
  }
  if (before.shown !== '') visit({ block: pairs, name: `${before.stem} ${EDGE.end}`, shown: before.shown });
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
