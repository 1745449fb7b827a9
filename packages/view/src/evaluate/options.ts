import type { Field, Option } from '@throughline/model';

const NO_OPTIONS: readonly Option[] = [];

export function optionsOf(field: Field): readonly Option[] {
  return field.config.options ?? NO_OPTIONS;
}

/** Place in the list of options by key; keys that are no longer options stand behind all. */
export function optionRanks(field: Field): (key: string) => number {
  const options = optionsOf(field);
  const ranks = new Map(options.map((option, index) => [option.key, index]));
  return (key) => ranks.get(key) ?? options.length;
}

/** What an option counts; NaN where it has no weight. */
export function optionWeights(field: Field): (key: string) => number {
  const weights = new Map(optionsOf(field).map((option) => [option.key, option.weight ?? Number.NaN]));
  return (key) => weights.get(key) ?? Number.NaN;
}
