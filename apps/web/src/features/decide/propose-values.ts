import { proposeScore } from '@throughline/decide';
import { stepsOf, valueOf } from './session-fields.ts';
import type { RevealedIdea } from './use-session-ideas.ts';

/** By field id. */
export type AgreedValues = Readonly<Record<string, string | number>>;

/** The medians, as values that the fields can hold; of fields that are gone none. */
export function proposeValues({ fields }: RevealedIdea, writable: ReadonlySet<string>): AgreedValues {
  return Object.fromEntries(
    fields.flatMap(({ field, measures }) => {
      if (measures === undefined || !writable.has(field.id)) return [];
      return [[field.id, valueOf(field, proposeScore(measures.median, stepsOf(field)))]];
    }),
  );
}
