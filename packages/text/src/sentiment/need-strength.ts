/** How much somebody needs what they write about, by how they write. */
import { cutText } from '@throughline/base';
import { LONGEST_TEXT } from '../words/split-words.ts';
import { CALMING, NEED_WORDINGS } from './wording.ts';

export const NEED_STRENGTHS = ['nice', 'useful', 'important', 'critical'] as const;
export type NeedStrength = (typeof NEED_STRENGTHS)[number];

export type ReadNeed = {
  /** Null where the wording does not tell. */
  readonly need: NeedStrength | null;
  /** The words that told. */
  readonly because: readonly string[];
};

export function readNeedStrength(given: string): ReadNeed {
  const text = cutText(given, LONGEST_TEXT);
  const calm = CALMING.exec(text);
  if (calm !== null) return { need: 'nice', because: [calm[0].toLowerCase()] };
  for (const { need, pattern } of NEED_WORDINGS) {
    const found = pattern.exec(text);
    if (found !== null) return { need, because: [found[0].toLowerCase()] };
  }
  return { need: null, because: [] };
}
