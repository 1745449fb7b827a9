/** How sure an input of a formula is, and what that means for each record: the ends its value may have. */
import type { Field } from '@throughline/model';

export type GuessSetting =
  /** As it stands. */
  | { readonly kind: 'certain' }
  /** Up to so many percent of the value less or more. */
  | { readonly kind: 'spread'; readonly percent: number }
  /** Two number fields hold the ends; one that is empty is the value itself. */
  | { readonly kind: 'range'; readonly low: string; readonly high: string }
  /** A field holds a percentage: 80 is up to 20 % less or more. */
  | { readonly kind: 'confidence'; readonly field: string };

/** A field's likeliest value and its ends, one of each a record; NaN is empty. */
export type Guess = {
  readonly field: string;
  readonly low: Float64Array;
  readonly mode: Float64Array;
  readonly high: Float64Array;
};

export type GuessParts = {
  readonly field: Pick<Field, 'id' | 'config'>;
  readonly setting: GuessSetting;
  /** Numbers of a field, one a record; NaN is empty. */
  readonly numbersOf: (field: string) => Float64Array;
};

/** The ends keep within the field's bounds and around the value. */
export function makeGuess({ field, setting, numbersOf }: GuessParts): Guess {
  const mode = numbersOf(field.id);
  const ends = endsOf(setting, numbersOf);
  const { min = -Infinity, max = Infinity } = field.config;
  const low = mode.map((value, row) => Math.min(value, Math.max(min, ends(value, row)[0])));
  const high = mode.map((value, row) => Math.max(value, Math.min(max, ends(value, row)[1])));
  return { field: field.id, low, mode, high };
}

type Ends = (value: number, row: number) => readonly [number, number];

function endsOf(setting: GuessSetting, numbersOf: GuessParts['numbersOf']): Ends {
  switch (setting.kind) {
    case 'certain':
      return (value) => [value, value];
    case 'spread':
      return (value) => around(value, setting.percent);
    case 'range': {
      const [low, high] = [numbersOf(setting.low), numbersOf(setting.high)];
      return (value, row) => [orElse(low[row], value), orElse(high[row], value)];
    }
    case 'confidence': {
      const confidence = numbersOf(setting.field);
      return (value, row) => around(value, 100 - orElse(confidence[row], 100));
    }
  }
}

function around(value: number, percent: number): readonly [number, number] {
  const width = (Math.abs(value) * Math.max(0, percent)) / 100;
  return [value - width, value + width];
}

function orElse(value: number | undefined, otherwise: number): number {
  return value === undefined || Number.isNaN(value) ? otherwise : value;
}
