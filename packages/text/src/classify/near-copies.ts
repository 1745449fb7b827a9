/** Texts that repeat each other: what is learnt from one must not be asked of the other. */
import { splitWords } from '../words/split-words.ts';

/** Of different words that one of two texts has, the share that both have (Jaccard). */
const ALIKE = 0.7;

/** For each text the number of its group; groups are joined through what lies between them. */
export function groupNearCopies(texts: readonly string[]): readonly number[] {
  const leader = Int32Array.from(texts.keys());
  const find = (text: number): number => {
    let at = text;
    while (leader[at] !== at) {
      leader[at] = leader[leader[at] as number] as number;
      at = leader[at] as number;
    }
    return at;
  };
  const textsWith = new Map<string, number[]>();
  const sizes: number[] = [];
  for (const [place, text] of texts.entries()) {
    const words = new Set(splitWords(text).map((word) => word.toLowerCase()));
    sizes.push(words.size);
    for (const [other, common] of countCommon(words, place, textsWith))
      if (common >= ALIKE * (words.size + (sizes[other] as number) - common))
        leader[find(place)] = find(other);
  }
  return texts.map((_, place) => find(place));
}

function countCommon(
  words: ReadonlySet<string>,
  place: number,
  textsWith: Map<string, number[]>,
): ReadonlyMap<number, number> {
  const common = new Map<number, number>();
  for (const word of words) {
    const others = textsWith.get(word) ?? [];
    for (const other of others) common.set(other, (common.get(other) ?? 0) + 1);
    others.push(place);
    textsWith.set(word, others);
  }
  return common;
}
