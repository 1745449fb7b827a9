/** What many texts are about, without being told: groups of what is alike, named by the words that tell them apart. */
import { compareCodePoints } from '@throughline/base';
import { stemWord, type Stem } from '../words/stemmer.ts';
import { groupTexts } from './group-texts.ts';
import { labelThemes } from './label-themes.ts';
import { matchThemes, type KnownTheme } from './match-themes.ts';
import { findNearestInSteps } from './nearest-texts.ts';
import { placeTexts } from './place-texts.ts';

export type ThemeText = {
  readonly id: string;
  readonly text: string;
  /** Of its meaning, of length 1; all from one model. */
  readonly vector?: Float32Array;
};

export type ThemeOptions = {
  /** Below 1 fewer and larger themes, above 1 more and smaller ones. */
  readonly detail?: number;
  /** Yesterday's, whose ids are kept where the members are mostly the same. */
  readonly before?: readonly KnownTheme[];
  /** Smaller groups are no themes. */
  readonly least?: number;
  readonly stem?: Stem;
};

export type Theme = {
  /** That of yesterday's theme, or else that of the member with the least id, which no other theme has. */
  readonly id: string;
  /** Up to three words or pairs of words, the most telling first. */
  readonly words: readonly string[];
  readonly members: readonly string[];
};

const NEIGHBOURS = 15;
const RESOLUTION = 5;

/** The largest first. Texts that are like no other belong to none. Ids must differ; the time grows with the square. */
export function findThemes(texts: readonly ThemeText[], options: ThemeOptions = {}): readonly Theme[] {
  const steps = findThemesInSteps(texts, options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same in short steps, so that whoever does it can answer others in between. */
export function* findThemesInSteps(
  texts: readonly ThemeText[],
  { detail = 1, before = [], least = 2, stem = stemWord }: ThemeOptions = {},
): Generator<number, readonly Theme[]> {
  const ordered = texts.toSorted((a, b) => compareCodePoints(a.id, b.id));
  const said = ordered.map(({ text }) => text);
  const rows = placeTexts(said, stem);
  yield 0;
  const nearest = yield* findNearestInSteps(
    ordered.map(({ vector }, place) => ({ row: rows[place] as (typeof rows)[number], vector })),
    NEIGHBOURS,
  );
  const groups = groupTexts(nearest, RESOLUTION * detail);
  yield said.length;
  const words = labelThemes(said, { groups, stem });
  yield said.length;
  const membersOf = new Map<number, string[]>();
  for (const [place, { id }] of ordered.entries()) {
    const group = groups[place] as number;
    const members = membersOf.get(group);
    if (members === undefined) membersOf.set(group, [id]);
    else members.push(id);
  }
  const found = [...membersOf]
    .filter(([, members]) => members.length >= least)
    .toSorted(([, a], [, b]) => b.length - a.length || compareCodePoints(a[0] as string, b[0] as string));
  const ids = giveIds(
    found.map(([, members]) => members),
    before,
  );
  return found.map(([group, members], at) => ({
    id: ids[at] as string,
    words: words.get(group) ?? [],
    members,
  }));
}

/** Members belong to one theme only, so that a free one is there for each. */
function giveIds(themes: readonly (readonly string[])[], before: readonly KnownTheme[]): readonly string[] {
  const known = matchThemes(themes, before);
  const taken = new Set([...before.map(({ id }) => id), ...known]);
  return themes.map((members, at) => {
    const id = known[at] ?? members.find((member) => !taken.has(member)) ?? `${members[0]} again`;
    taken.add(id);
    return id;
  });
}
