/**
 * Texts as rows of numbers: (1 + ln tf) · (1 + ln((1 + N) / (1 + df))), each block of features scaled to a length of
 * its own, so that many runs of characters do not drown few words.
 */
import type { Stem } from '../words/stemmer.ts';
import { BLOCKS, visitFeatures, type Block, type ClassifiedText } from './read-features.ts';
import { joinRows, scaleToLength, type SparseRow } from './sparse-rows.ts';

const LENGTHS: Readonly<Record<Block, number>> = {
  words: 1,
  pairs: 1,
  characters: 0.8,
  titleWords: 1,
  titleCharacters: 0.7,
  marks: 0.3,
};

export type FeatureCounts = Readonly<Record<Block, ReadonlyMap<string, number>>>;

/** How often each feature occurs. */
export function countFeatures(text: ClassifiedText, stem: Stem): FeatureCounts {
  const counts = makeBlocks(() => new Map<string, number>());
  visitFeatures(text, ({ block, name }) => counts[block].set(name, (counts[block].get(name) ?? 0) + 1), stem);
  return counts;
}

type Known = { readonly number: number; readonly rarity: number };

/** What was learnt of the texts that the rows are beside. */
export type FeatureSpace = {
  readonly size: number;
  readonly known: Readonly<Record<Block, ReadonlyMap<string, Known>>>;
};

export function learnFeatures(texts: readonly FeatureCounts[]): FeatureSpace {
  let size = 0;
  const known = makeBlocks((block) => {
    const textsWith = new Map<string, number>();
    for (const text of texts)
      for (const name of text[block].keys()) textsWith.set(name, (textsWith.get(name) ?? 0) + 1);
    const features = new Map<string, Known>();
    for (const [name, count] of textsWith)
      features.set(name, { number: size++, rarity: 1 + Math.log((1 + texts.length) / (1 + count)) });
    return features;
  });
  return { size, known };
}

/** What was never met counts nothing. */
export function placeText({ known }: FeatureSpace, text: FeatureCounts): SparseRow {
  const rows = BLOCKS.map((block) => {
    const at: number[] = [];
    const value: number[] = [];
    for (const [name, count] of text[block]) {
      const feature = known[block].get(name);
      if (feature === undefined) continue;
      at.push(feature.number);
      value.push((1 + Math.log(count)) * feature.rarity);
    }
    return scaleToLength({ at: Int32Array.from(at), value: Float32Array.from(value) }, LENGTHS[block]);
  });
  return scaleToLength(joinRows(rows));
}

function makeBlocks<Value>(make: (block: Block) => Value): Record<Block, Value> {
  return Object.fromEntries(BLOCKS.map((block) => [block, make(block)])) as Record<Block, Value>;
}
