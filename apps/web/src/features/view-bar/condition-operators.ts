import type { ValueType } from '@throughline/view';

export type OperatorName =
  | 'equals'
  | 'differs'
  | 'below'
  | 'atMost'
  | 'above'
  | 'atLeast'
  | 'contains'
  | 'containsNot'
  | 'anyOf'
  | 'noneOf'
  | 'yes'
  | 'no'
  | 'lastDays'
  | 'empty'
  | 'filled';

const none: readonly OperatorName[] = [];

const byKind: Partial<Record<ValueType['kind'], readonly OperatorName[]>> = {
  text: ['contains', 'containsNot', 'equals', 'differs', 'empty', 'filled'],
  number: ['equals', 'differs', 'above', 'atLeast', 'below', 'atMost', 'empty', 'filled'],
  boolean: ['yes', 'no'],
  date: ['lastDays', 'above', 'below', 'empty', 'filled'],
  range: ['contains', 'empty', 'filled'],
  reference: ['anyOf', 'noneOf', 'empty', 'filled'],
  set: ['anyOf', 'noneOf', 'empty', 'filled'],
};

/** How values of a kind may be compared, the most usual first; none where rows cannot ask about it. */
export function operatorsOf(kind: ValueType['kind']): readonly OperatorName[] {
  return byKind[kind] ?? none;
}

/** Operators that say everything themselves. */
export function takesValue(operator: OperatorName): boolean {
  return !['yes', 'no', 'empty', 'filled'].includes(operator);
}
