/** For each text those that are most like it, by words, runs of characters and, where it is known, meaning. */
import { selectTop } from '../lexical/select-top.ts';
import type { SparseRow } from '../classify/sparse-rows.ts';

export type PlacedText = {
  /** Of length 1, by wording. */
  readonly row: SparseRow;
  /** Of length 1. */
  readonly vector: Float32Array | undefined;
};

export type Neighbour = { readonly place: number; readonly alike: number };

/** What meaning counts beside wording. */
const MEANING = 3;
/** Features that more texts have cost much and tell little. */
const MOST_TEXTS = 0.05;
const AT_LEAST = 50;
/** First looks are taken at shorter vectors. */
const SHORT = 96;
const LOOKED_AT = 6;
const TEXTS_A_STEP = 20;

/** The `count` nearest of each, nearest first; the time grows with the square of the texts. */
export function* findNearestInSteps(
  texts: readonly PlacedText[],
  count: number,
): Generator<number, readonly (readonly Neighbour[])[]> {
  const having = indexFeatures(texts);
  const short = shortenVectors(texts);
  const scores = new Float32Array(texts.length);
  const nearest: (readonly Neighbour[])[] = [];
  for (const [place, text] of texts.entries()) {
    scores.fill(0);
    addWording(text.row, having, scores);
    addMeaning(place, short, scores);
    const seen = selectTop(scores, { limit: count * LOOKED_AT, accepts: (other) => other !== place });
    nearest.push(
      seen
        .map((other) => ({ place: other, alike: compare(text, texts[other] as PlacedText) }))
        .filter(({ alike }) => alike > 0)
        .toSorted((a, b) => b.alike - a.alike || a.place - b.place)
        .slice(0, count),
    );
    if (nearest.length % TEXTS_A_STEP === 0) yield nearest.length;
  }
  return nearest;
}

type Having = ReadonlyMap<number, { readonly places: number[]; readonly values: number[] }>;

function indexFeatures(texts: readonly PlacedText[]): Having {
  const having = new Map<number, { readonly places: number[]; readonly values: number[] }>();
  for (const [place, { row }] of texts.entries())
    for (let at = 0; at < row.at.length; at++) {
      const feature = row.at[at] as number;
      const known = having.get(feature) ?? { places: [], values: [] };
      if (known.places.length === 0) having.set(feature, known);
      known.places.push(place);
      known.values.push(row.value[at] as number);
    }
  const most = Math.max(AT_LEAST, MOST_TEXTS * texts.length);
  for (const [feature, { places }] of having) if (places.length > most) having.delete(feature);
  return having;
}

function addWording({ at, value }: SparseRow, having: Having, scores: Float32Array): void {
  for (let from = 0; from < at.length; from++) {
    const known = having.get(at[from] as number);
    if (known === undefined) continue;
    const own = value[from] as number;
    const { places, values } = known;
    for (let other = 0; other < places.length; other++) {
      const place = places[other] as number;
      scores[place] = (scores[place] as number) + own * (values[other] as number);
    }
  }
}

/**
 * Sums of the vectors' numbers with signs that are always the same keep what is near near (Achlioptas 2003, "Database-friendly
 * random projections"). Empty where no text has a vector.
 */
function shortenVectors(texts: readonly PlacedText[]): Float32Array {
  const size = texts.find(({ vector }) => vector !== undefined)?.vector?.length ?? 0;
  if (size === 0) return new Float32Array(0);
  let state = 1;
  const signs = Float32Array.from({ length: size * SHORT }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 31 === 1 ? 1 : -1) / Math.sqrt(SHORT);
  });
  const short = new Float32Array(texts.length * SHORT);
  for (const [place, { vector }] of texts.entries()) {
    if (vector?.length !== size) continue;
    for (let to = 0; to < SHORT; to++) {
      let sum = 0;
      for (let at = 0; at < size; at++) sum += (vector[at] as number) * (signs[to * size + at] as number);
      short[place * SHORT + to] = sum;
    }
  }
  return short;
}

function addMeaning(place: number, short: Float32Array, scores: Float32Array): void {
  const own = short.subarray(place * SHORT, (place + 1) * SHORT);
  if (own.length === 0) return;
  for (let other = 0; other < scores.length; other++) {
    const from = other * SHORT;
    let one = 0;
    let two = 0;
    for (let at = 0; at < SHORT; at += 2) {
      one += (own[at] as number) * (short[from + at] as number);
      two += (own[at + 1] as number) * (short[from + at + 1] as number);
    }
    scores[other] = (scores[other] as number) + MEANING * (one + two);
  }
}

/** From 0 to 1. */
function compare(one: PlacedText, other: PlacedText): number {
  const wording = dotRows(one.row, other.row);
  if (one.vector === undefined || one.vector.length !== other.vector?.length) return wording;
  let meaning = 0;
  for (let at = 0; at < one.vector.length; at++)
    meaning += (one.vector[at] as number) * (other.vector[at] as number);
  return Math.max(0, (wording + MEANING * meaning) / (1 + MEANING));
}

/** Numbers of features rise within a row. */
function dotRows(one: SparseRow, other: SparseRow): number {
  let sum = 0;
  for (let a = 0, b = 0; a < one.at.length && b < other.at.length;) {
    const difference = (one.at[a] as number) - (other.at[b] as number);
    if (difference === 0) sum += (one.value[a] as number) * (other.value[b] as number);
    if (difference <= 0) a++;
    if (difference >= 0) b++;
  }
  return sum;
}
