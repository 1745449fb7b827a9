/** How a value is marked by the rules of its field. */
import type { ColorRule, Field } from '@throughline/model';
import { parseOptionColor, type OptionColor } from '@throughline/ui';
import { readDateRange, readVotes } from './read-value.ts';

export interface ValueLook {
  readonly color?: OptionColor;
  readonly emoji?: string;
}

/** The look that the first rule that holds gives; undefined where none does. `value` is as cells show it. */
export function lookOf(field: Field, value: unknown): ValueLook | undefined {
  const rule = field.config.rules?.find((each) => holds(each, field, value));
  if (rule === undefined) return undefined;
  return {
    ...(rule.color !== undefined && { color: parseOptionColor(rule.color) }),
    ...(rule.emoji !== undefined && { emoji: rule.emoji }),
  };
}

function holds({ operator, value: wanted }: ColorRule, field: Field, value: unknown): boolean {
  const isEmpty =
    value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  if (operator === 'empty') return isEmpty;
  if (isEmpty) return false;
  if (operator === '=') {
    const choices = Array.isArray(wanted) ? wanted : [wanted];
    const members = Array.isArray(value) ? value : [value];
    return members.some((member) =>
      choices.some((choice) => compare(sizeOf(member, field), sizeOf(choice, field)) === 0),
    );
  }
  const compared = compare(sizeOf(value, field), sizeOf(Array.isArray(wanted) ? wanted[0] : wanted, field));
  if (compared === undefined) return false;
  if (operator === '>') return compared > 0;
  if (operator === '>=') return compared >= 0;
  return operator === '<' ? compared < 0 : compared <= 0;
}

type Size = number | string | undefined;

/** Options compare by their place in the list, ranges by their first day, texts without regard to case. */
function sizeOf(value: unknown, field: Field): Size {
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'number') return value;
  if (field.type === 'votes') return readVotes(value).total;
  if (typeof value === 'string') {
    const place = field.config.options?.findIndex(({ key }) => key === value) ?? -1;
    return place >= 0 ? place : value.toLowerCase();
  }
  return readDateRange(value)?.start;
}

function compare(one: Size, other: Size): number | undefined {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  if (typeof one !== 'string' || typeof other !== 'string') return undefined;
  return one === other ? 0 : one < other ? -1 : 1;
}
