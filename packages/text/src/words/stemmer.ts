/** The stem of a word, by the algorithms of Porter (English) and Snowball. */
import { stemmer as stemEnglish } from 'stemmer';
import { foldAccents } from './fold.ts';

/** Of a word in lower case; the same for `connected`, `connecting` and `connections`. */
export type Stem = (word: string) => string;

type Script = 'latin' | 'cyrillic' | 'greek' | 'arabic';

/** Loaded when they are asked for: together they are larger than everything else here. */
const STEMMERS = {
  ar: { script: 'arabic', load: () => import('@orama/stemmers/arabic') },
  da: { script: 'latin', load: () => import('@orama/stemmers/danish') },
  de: { script: 'latin', load: () => import('@orama/stemmers/german') },
  el: { script: 'greek', load: () => import('@orama/stemmers/greek') },
  es: { script: 'latin', load: () => import('@orama/stemmers/spanish') },
  fi: { script: 'latin', load: () => import('@orama/stemmers/finnish') },
  fr: { script: 'latin', load: () => import('@orama/stemmers/french') },
  hu: { script: 'latin', load: () => import('@orama/stemmers/hungarian') },
  it: { script: 'latin', load: () => import('@orama/stemmers/italian') },
  nl: { script: 'latin', load: () => import('@orama/stemmers/dutch') },
  no: { script: 'latin', load: () => import('@orama/stemmers/norwegian') },
  pt: { script: 'latin', load: () => import('@orama/stemmers/portuguese') },
  ro: { script: 'latin', load: () => import('@orama/stemmers/romanian') },
  ru: { script: 'cyrillic', load: () => import('@orama/stemmers/russian') },
  sv: { script: 'latin', load: () => import('@orama/stemmers/swedish') },
  tr: { script: 'latin', load: () => import('@orama/stemmers/turkish') },
} as const satisfies Readonly<
  Record<string, { script: Script; load: () => Promise<{ stemmer: (word: string) => string }> }>
>;

export type StemmedLanguage = keyof typeof STEMMERS;

const SCRIPTS: readonly (readonly [Script, RegExp])[] = [
  ['latin', /^[\p{sc=Latin}\p{M}]+$/u],
  ['cyrillic', /^[\p{sc=Cyrillic}\p{M}]+$/u],
  ['greek', /^[\p{sc=Greek}\p{M}]+$/u],
  ['arabic', /^[\p{sc=Arabic}\p{M}]+$/u],
];

const LONGEST = 30;
const ENGLISH_WORD = /^[a-z]+$/;

/** English, and other languages where their letters tell them from it. */
export function stemWord(word: string): string {
  const isEnglish = word.length <= LONGEST && ENGLISH_WORD.test(word);
  return isEnglish ? stemEnglish(word) : foldAccents(word);
}

/**
 * The stems of a workspace that writes in these languages: of two with the same script the first one's, so that a
 * word has the same stem whatever the text around it. English where no other has its script.
 */
export async function loadStem(languages: readonly (StemmedLanguage | 'en')[]): Promise<Stem> {
  const byScript = new Map<Script, (word: string) => string>();
  for (const language of languages) {
    if (language === 'en') {
      if (!byScript.has('latin')) byScript.set('latin', stemWord);
      continue;
    }
    const { script, load } = STEMMERS[language];
    if (byScript.has(script)) continue;
    const { stemmer } = await load();
    byScript.set(script, stemmer);
  }
  return (word) => {
    const script = SCRIPTS.find(([, letters]) => letters.test(word))?.[0];
    const stem = script === undefined || word.length > LONGEST ? undefined : byScript.get(script);
    return stem === undefined ? stemWord(word) : foldAccents(stem(word).toLowerCase());
  };
}

export function isStemmedLanguage(language: string): language is StemmedLanguage {
  return Object.hasOwn(STEMMERS, language);
}
