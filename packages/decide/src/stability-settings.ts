/** What a view keeps on how sure its inputs are. Anything may have been kept: what does not fit reads as left out. */
import type { Json } from '@throughline/base';
import type { GuessSetting } from './guess.ts';

export type StabilitySettings = {
  /** How many are the first. */
  readonly top: number;
  /** By field id; fields left out are spread by the usual percentage. */
  readonly guesses: Readonly<Record<string, GuessSetting>>;
};

/** How far a number is taken to be off while nobody said anything better. */
export const USUAL_SPREAD = 30;
const USUAL_TOP = 5;
const MOST_TOP = 100;

export function parseStabilitySettings(kept: Json | undefined): StabilitySettings {
  const { top, guesses } = objectOf(kept);
  return {
    top: typeof top === 'number' && top >= 1 && top <= MOST_TOP ? Math.round(top) : USUAL_TOP,
    guesses: Object.fromEntries(
      Object.entries(objectOf(guesses)).flatMap(([field, guess]) => {
        const parsed = parseGuess(objectOf(guess));
        return parsed === undefined ? [] : [[field, parsed]];
      }),
    ),
  };
}

function objectOf(kept: Json | undefined): Readonly<Record<string, Json>> {
  return typeof kept === 'object' && kept !== null && !Array.isArray(kept)
    ? (kept as Readonly<Record<string, Json>>)
    : {};
}

function parseGuess({ kind, percent, low, high, field }: Readonly<Record<string, Json>>) {
  const parsed: GuessSetting | undefined =
    kind === 'certain'
      ? { kind }
      : kind === 'spread' && typeof percent === 'number' && percent >= 0 && percent <= 1000
        ? { kind, percent }
        : kind === 'range' && typeof low === 'string' && typeof high === 'string'
          ? { kind, low, high }
          : kind === 'confidence' && typeof field === 'string'
            ? { kind, field }
            : undefined;
  return parsed;
}
