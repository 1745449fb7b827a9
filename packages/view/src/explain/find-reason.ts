/** Why an expression has no value: the innermost part that says so. */
import type { Field } from '@throughline/model';
import { LARGEST } from '../evaluate/reckon.ts';
import type { Explanation } from './explain.ts';

export type Emptiness = {
  readonly reason:
    | 'field_is_empty'
    | 'no_linked_records'
    | 'formula_has_mistake'
    | 'no_weight'
    | 'division_by_zero'
    | 'outside_domain'
    | 'too_large'
    | 'nothing_chosen'
    | 'written_empty';
  /** The part that is empty of itself, as written. */
  readonly text: string;
  readonly field?: Field;
};

export function findReason({ expression, text, origin, parts }: Omit<Explanation, 'emptiness'>): Emptiness {
  if (expression.type === 'arithmetic' && expression.operator === '/' && parts[1]?.value === 0)
    return { reason: 'division_by_zero', text: parts[1].text, ...fieldOf(parts[1]) };
  if (
    expression.type === 'call' &&
    expression.name === 'if' &&
    (parts.length < 2 || parts[1]?.value !== null)
  )
    return { reason: 'nothing_chosen', text };
  const inner = parts.find(({ emptiness }) => emptiness !== undefined)?.emptiness;
  if (inner !== undefined) return inner;
  switch (origin.type) {
    case 'field':
      return { reason: 'field_is_empty', text, field: origin.field };
    case 'linked':
      return { reason: 'no_linked_records', text, field: origin.field };
    case 'formula':
      return { reason: 'formula_has_mistake', text, field: origin.field };
    case 'weight':
      return {
        reason: origin.options.length === 0 ? 'field_is_empty' : 'no_weight',
        text,
        field: origin.field,
      };
    case 'written':
      return { reason: expression.type === 'field' ? 'formula_has_mistake' : 'written_empty', text };
    case 'measure':
    case 'reckoned':
      return { reason: isLarge(parts) ? 'too_large' : 'outside_domain', text };
  }
}

function fieldOf({ origin }: Explanation): Pick<Emptiness, 'field'> {
  return 'field' in origin ? { field: origin.field } : {};
}

/** Formulas know no numbers of that size; what they are made of may come near it. */
function isLarge(parts: readonly Explanation[]): boolean {
  return parts.some(({ value }) => typeof value === 'number' && Math.abs(value) > Math.sqrt(LARGEST));
}
