/**
 * Texts as rows of numbers: (1 + ln tf) · (1 + ln((1 + N) / (1 + df))) · how much a feature tells of the labels, each
 * block of features scaled to a length of its own, so that many runs of characters do not drown few words; beside them,
 * where it is known, the vector of the text's meaning.
 */
import type { Stem } from '../words/stemmer.ts';
import { BLOCKS, visitFeatures, type Block, type ClassifiedText } from './read-features.ts';
import { joinRows, scaleToLength, type SparseRow } from './sparse-rows.ts';

const LENGTHS: Readonly<Record<Block, number>> = {
  words: 1,
  pairs: 1,
  triples: 0.5,
  characters: 1,
  titleWords: 1,
  titleCharacters: 0.7,
  feelings: 0.3,
  marks: 0.3,
};
const MEANING = 1;

export type FeatureCounts = Readonly<Record<Block, ReadonlyMap<string, number>>> & {
  readonly vector: Float32Array | undefined;
};

/** How often each feature occurs. */
export function countFeatures(text: ClassifiedText, stem: Stem): FeatureCounts {
  const counts = makeBlocks(() => new Map<string, number>());
  visitFeatures(text, ({ block, name }) => counts[block].set(name, (counts[block].get(name) ?? 0) + 1), stem);
  return { ...counts, vector: text.vector };
}

type Known = { readonly number: number; readonly weight: number };

/** What was learnt of the texts that the rows are beside. */
export type FeatureSpace = {
  readonly size: number;
  readonly known: Readonly<Record<Block, ReadonlyMap<string, Known>>>;
  /** The numbers of the vectors' places are the last ones. */
  readonly vectorSize: number;
};

/** `labels` are numbers of classes, one a text. */
export function learnFeatures(
  texts: readonly FeatureCounts[],
  labels: readonly number[],
  classes: number,
): FeatureSpace {
  const shares = shareOfLabels(labels, classes);
  let size = 0;
  const known = makeBlocks((block) => {
    const labelsOf = countLabels(texts, labels, block);
    const features = new Map<string, Known>();
    for (const [name, having] of labelsOf) {
      const rarity = 1 + Math.log((1 + texts.length) / (1 + having.length));
      const telling = block === 'marks' ? 1 : tellingOf(having, shares);
      features.set(name, { number: size++, weight: rarity * telling });
    }
    return features;
  });
  const vectorSize = texts.reduce((longest, { vector }) => Math.max(longest, vector?.length ?? 0), 0);
  return { size: size + vectorSize, known, vectorSize };
}

function shareOfLabels(labels: readonly number[], classes: number): Float64Array {
  const shares = new Float64Array(classes);
  for (const label of labels) shares[label] = (shares[label] as number) + 1 / labels.length;
  return shares;
}

/** For each feature the labels of the texts that have it. */
function countLabels(
  texts: readonly FeatureCounts[],
  labels: readonly number[],
  block: Block,
): ReadonlyMap<string, readonly number[]> {
  const labelsOf = new Map<string, number[]>();
  for (const [at, text] of texts.entries())
    for (const name of text[block].keys()) {
      const having = labelsOf.get(name);
      if (having === undefined) labelsOf.set(name, [labels[at] as number]);
      else having.push(labels[at] as number);
    }
  return labelsOf;
}

/**
 * The square root of how far the labels of those that have a feature are from the labels of all (Kullback and Leibler,
 * smoothed by one text with the shares of all), beside the farthest they could be.
 */
function tellingOf(having: readonly number[], shares: Float64Array): number {
  const counts = new Map<number, number>();
  for (const label of having) counts.set(label, (counts.get(label) ?? 0) + 1);
  const all = having.length + 1;
  let far = 0;
  let unseen = 1;
  for (const [label, count] of counts) {
    const usual = shares[label] as number;
    const share = (count + usual) / all;
    far += share * Math.log(share / usual);
    unseen -= usual;
  }
  // Labels that none of them has are rarer by the same factor all, 1 / all.
  far -= (unseen / all) * Math.log(all);
  return Math.sqrt(Math.max(0, far) / Math.log(Math.max(2, shares.length)));
}

/** What was never met counts nothing. */
export function placeText({ known, size, vectorSize }: FeatureSpace, text: FeatureCounts): SparseRow {
  const rows = BLOCKS.map((block) => {
    const at: number[] = [];
    const value: number[] = [];
    for (const [name, count] of text[block]) {
      const feature = known[block].get(name);
      if (feature === undefined) continue;
      at.push(feature.number);
      value.push((1 + Math.log(count)) * feature.weight);
    }
    return scaleToLength({ at: Int32Array.from(at), value: Float32Array.from(value) }, LENGTHS[block]);
  });
  return scaleToLength(
    joinRows([...rows, placeVector(text.vector, { from: size - vectorSize, vectorSize })]),
  );
}

function placeVector(
  vector: Float32Array | undefined,
  { from, vectorSize }: { readonly from: number; readonly vectorSize: number },
): SparseRow {
  if (vector?.length !== vectorSize) return { at: new Int32Array(0), value: new Float32Array(0) };
  return scaleToLength({ at: Int32Array.from(vector, (_, at) => from + at), value: vector.slice() }, MEANING);
}

function makeBlocks<Value>(make: (block: Block) => Value): Record<Block, Value> {
  return Object.fromEntries(BLOCKS.map((block) => [block, make(block)])) as Record<Block, Value>;
}
