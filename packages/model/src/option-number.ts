import type { Field, Option } from './field.ts';

/**
 * What a choice counts as a number, by its key: its weight, or in a workflow how far it is: 100 once it is done, 0
 * until then. What was closed without being done counts as nothing, neither for nor against.
 */
export function optionNumbers({
  config: { options = [] },
}: Pick<Field, 'config'>): ReadonlyMap<string, number> {
  return new Map(
    options.flatMap((option) => {
      const number = numberOf(option);
      return number === undefined ? [] : [[option.key, number] as const];
    }),
  );
}

function numberOf({ category, weight }: Option): number | undefined {
  if (category === undefined) return weight;
  if (category === 'closed') return undefined;
  return category === 'done' ? 100 : 0;
}
