/** Which parts of a text are evidence for what. Places are UTF-16 code units, the end not included. */
export interface Passage {
  readonly start: number;
  readonly end: number;
}

export interface LinkedPassage extends Passage {
  /** The insight's id. */
  readonly id: string;
}

export interface Segment extends Passage {
  readonly text: string;
  /** Insights whose quote covers the segment. */
  readonly insights: readonly string[];
  /** It is being chosen now. */
  readonly isChosen: boolean;
}

/** The text cut where a passage begins or ends; the segments together are the text. */
export function cutSegments(
  text: string,
  passages: readonly LinkedPassage[],
  chosen: Passage | undefined,
): readonly Segment[] {
  const all = chosen ? [...passages, chosen] : passages;
  const cuts = new Set([0, text.length]);
  for (const { start, end } of all) {
    cuts.add(clamp(start, text));
    cuts.add(clamp(end, text));
  }
  const places = [...cuts].toSorted((a, b) => a - b);
  return places.slice(0, -1).map((start, index) => {
    const end = places[index + 1] ?? text.length;
    const covers = (passage: Passage): boolean => passage.start <= start && passage.end >= end;
    return {
      start,
      end,
      text: text.slice(start, end),
      insights: passages.filter(covers).map(({ id }) => id),
      isChosen: chosen !== undefined && covers(chosen),
    };
  });
}

function clamp(place: number, text: string): number {
  return Math.min(Math.max(0, place), text.length);
}

/** A selection without the spaces around it; undefined when nothing is left. */
export function trimPassage(text: string, { start, end }: Passage): Passage | undefined {
  const part = text.slice(start, end);
  const from = start + part.length - part.trimStart().length;
  const to = from + part.trim().length;
  return to > from ? { start: from, end: to } : undefined;
}

/** The next sentence after what is chosen, for choosing by keyboard; the first one where nothing is. */
export function nextSentence(text: string, chosen: Passage | undefined, locale: string): Passage | undefined {
  const from = chosen?.end ?? 0;
  const segments = new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(text);
  const sentences = [...segments].flatMap(
    ({ index, segment }) => trimPassage(text, { start: index, end: index + segment.length }) ?? [],
  );
  return sentences.find(({ start }) => start >= from) ?? sentences[0];
}

/** Where a point of a node is, counted in the whole text of the box. */
export function offsetIn(box: Node, node: Node, offset: number): number {
  const range = document.createRange();
  range.selectNodeContents(box);
  range.setEnd(node, offset);
  return range.toString().length;
}
