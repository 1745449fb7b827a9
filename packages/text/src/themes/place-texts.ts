/** Texts as rows of the features that two of them may share, weighted by how rare each is. */
import { joinRows, scaleToLength, type SparseRow } from '../classify/sparse-rows.ts';
import { visitFeatures } from '../classify/read-features.ts';
import { isStopWord } from '../words/stop-words.ts';
import type { Stem } from '../words/stemmer.ts';

const LENGTHS = { words: 1, pairs: 0.5, characters: 0.7 } as const;
type Kind = keyof typeof LENGTHS;
const KINDS: readonly Kind[] = ['words', 'pairs', 'characters'];

/** Each of length 1, or empty; numbers rise within a row. */
export function placeTexts(texts: readonly string[], stem: Stem): readonly SparseRow[] {
  const counted = texts.map((text) => countText(text, stem));
  let first = 0;
  const blocks = KINDS.map((kind) => {
    const known = numberFeatures(
      counted.map((counts) => counts[kind]),
      first,
    );
    first += known.size;
    return { kind, known };
  });
  return counted.map((counts) =>
    scaleToLength(
      joinRows(
        blocks.map(({ kind, known }) =>
          weigh(counts[kind], { known, size: texts.length, length: LENGTHS[kind] }),
        ),
      ),
    ),
  );
}

type Counts = Readonly<Record<Kind, Map<string, number>>>;

function countText(text: string, stem: Stem): Counts {
  const counts: Counts = { words: new Map(), pairs: new Map(), characters: new Map() };
  visitFeatures(
    { body: text },
    ({ block, name, shown }) => {
      const has =
        block === 'words' || block === 'pairs' || block === 'characters' ? counts[block] : undefined;
      if (has === undefined || isStopWord(shown)) return;
      has.set(name, (has.get(name) ?? 0) + 1);
    },
    stem,
  );
  return counts;
}

type Known = ReadonlyMap<string, { readonly number: number; readonly having: number }>;

/** What one text alone has makes it like no other. */
function numberFeatures(texts: readonly ReadonlyMap<string, number>[], first: number): Known {
  const having = new Map<string, number>();
  for (const text of texts) for (const name of text.keys()) having.set(name, (having.get(name) ?? 0) + 1);
  let number = first;
  return new Map(
    [...having]
      .filter(([, count]) => count > 1)
      .map(([name, count]) => [name, { number: number++, having: count }]),
  );
}

function weigh(
  counts: ReadonlyMap<string, number>,
  { known, size, length }: { readonly known: Known; readonly size: number; readonly length: number },
): SparseRow {
  const features = [...counts]
    .flatMap(([name, count]) => {
      const feature = known.get(name);
      if (feature === undefined) return [];
      const rarity = Math.log((1 + size) / (1 + feature.having));
      return [{ number: feature.number, value: (1 + Math.log(count)) * rarity }];
    })
    .toSorted((a, b) => a.number - b.number);
  return scaleToLength(
    {
      at: Int32Array.from(features, ({ number }) => number),
      value: Float32Array.from(features, ({ value }) => value),
    },
    length,
  );
}
