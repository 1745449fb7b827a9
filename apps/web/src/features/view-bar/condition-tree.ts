/** A condition as rows to choose from, and back: what cannot be shown as a row stays text. Both are one tree. */
import type { Field } from '@throughline/model';
import type { CompareOperator, Expression, Literal, Schema } from '@throughline/view';
import { operatorsOf, type OperatorName } from './condition-operators.ts';

export type ConditionTree = ConditionRow | ConditionGroup | ConditionText;

export interface ConditionRow {
  readonly type: 'row';
  readonly id: number;
  readonly field: Field;
  readonly operator: OperatorName;
  /** As the field's filter input gives it; null while nothing is chosen. */
  readonly value: unknown;
}

export interface ConditionGroup {
  readonly type: 'group';
  readonly id: number;
  readonly joint: 'and' | 'or';
  readonly items: readonly ConditionTree[];
}

export interface ConditionText {
  readonly type: 'text';
  readonly id: number;
  readonly expression: Expression;
}

export type NextId = () => number;

/** The person who looks, among the people of a filter. */
export const ME = 'me';

export function readCondition(where: Expression | undefined, schema: Schema, nextId: NextId): ConditionGroup {
  const tree = where && readTree(where, schema, nextId);
  if (tree?.type === 'group') return tree;
  return { type: 'group', id: nextId(), joint: 'and', items: tree ? [tree] : [] };
}

function readTree(node: Expression, schema: Schema, nextId: NextId): ConditionTree {
  if (node.type === 'and' || node.type === 'or') {
    const items = node.items.map((item) => readTree(item, schema, nextId));
    return { type: 'group', id: nextId(), joint: node.type, items };
  }
  const row = readRow(node, schema);
  return row ? { type: 'row', id: nextId(), ...row } : { type: 'text', id: nextId(), expression: node };
}

type Row = Omit<ConditionRow, 'type' | 'id'>;

function readRow(node: Expression, schema: Schema): Row | undefined {
  const isNot = node.type === 'not';
  const inner = isNot ? node.item : node;
  const found = readPlain(inner);
  const field = found && schema.field(found.field);
  if (!field) return undefined;
  const operator = isNot ? opposites[found.operator] : found.operator;
  const isOffered = operator !== undefined && operatorsOf(schema.typeOfField(field).kind).includes(operator);
  return isOffered ? { field, operator, value: found.value } : undefined;
}

const opposites: Partial<Record<OperatorName, OperatorName>> = {
  anyOf: 'noneOf',
  contains: 'containsNot',
  empty: 'filled',
  equals: 'differs',
};

interface PlainRow {
  readonly field: string;
  readonly operator: OperatorName;
  readonly value: unknown;
}

function readPlain(node: Expression): PlainRow | undefined {
  if (node.type === 'field') return { field: node.field, operator: 'yes', value: null };
  if (node.type === 'isEmpty' && node.value.type === 'field')
    return { field: node.value.field, operator: 'empty', value: null };
  if (node.type === 'contains' && node.value.type === 'field') {
    const value = valueOf(node.item);
    if (typeof value !== 'string') return undefined;
    const isText = node.item.type === 'text' || node.item.type === 'date';
    return {
      field: node.value.field,
      operator: isText ? 'contains' : 'anyOf',
      value: isText ? value : [value],
    };
  }
  if (node.type === 'in' && node.value.type === 'field') {
    const values = node.items.map(valueOf);
    const isPlain = values.every((value) => typeof value === 'string');
    return isPlain ? { field: node.value.field, operator: 'anyOf', value: values } : undefined;
  }
  return node.type === 'compare' ? readCompare(node) : undefined;
}

function readCompare(node: Extract<Expression, { type: 'compare' }>): PlainRow | undefined {
  if (node.left.type !== 'field') return undefined;
  const { field } = node.left;
  const days = readDays(node.right);
  if (days !== undefined) {
    if (node.operator === '>=' || node.operator === '>')
      return days < 0 ? { field, operator: 'lastDays', value: -days } : undefined;
    return undefined;
  }
  const value = valueOf(node.right);
  if (value === undefined) return undefined;
  if (typeof value === 'boolean')
    return { field, operator: (node.operator === '=') === value ? 'yes' : 'no', value: null };
  const isChoice = ['option', 'record', 'call'].includes(node.right.type);
  if (isChoice && node.operator === '=') return { field, operator: 'anyOf', value: [value] };
  if (isChoice && node.operator === '!=') return { field, operator: 'noneOf', value: [value] };
  return { field, operator: compareNames[node.operator], value };
}

const compareNames: Record<CompareOperator, OperatorName> = {
  '=': 'equals',
  '!=': 'differs',
  '<': 'below',
  '<=': 'atMost',
  '>': 'above',
  '>=': 'atLeast',
};

/** `now() - 14d` is -14. */
function readDays(node: Expression): number | undefined {
  if (node.type !== 'arithmetic' || node.left.type !== 'call') return undefined;
  if (node.left.name !== 'now' && node.left.name !== 'today') return undefined;
  if (node.right.type !== 'duration' || node.right.unit !== 'd') return undefined;
  return node.operator === '-' ? -node.right.amount : node.right.amount;
}

function valueOf(node: Expression): string | number | boolean | undefined {
  if (node.type === 'number' || node.type === 'text' || node.type === 'date' || node.type === 'boolean')
    return node.value;
  if (node.type === 'option') return node.key;
  if (node.type === 'record') return node.id;
  return node.type === 'call' && node.name === 'me' ? ME : undefined;
}

/** Undefined while nothing in it says anything yet. */
export function writeCondition(tree: ConditionTree, schema: Schema): Expression | undefined {
  if (tree.type === 'text') return tree.expression;
  if (tree.type === 'row') return writeRow(tree, schema);
  const items = tree.items.flatMap((item) => writeCondition(item, schema) ?? []);
  return items.length > 1 ? { type: tree.joint, items } : items[0];
}

function writeRow({ field, operator, value }: ConditionRow, schema: Schema): Expression | undefined {
  const of: Expression = { type: 'field', field: field.id };
  switch (operator) {
    case 'empty':
      return { type: 'isEmpty', value: of };
    case 'filled':
      return { type: 'not', item: { type: 'isEmpty', value: of } };
    case 'yes':
    case 'no':
      return {
        type: 'compare',
        operator: '=',
        left: of,
        right: { type: 'boolean', value: operator === 'yes' },
      };
    case 'anyOf':
    case 'noneOf': {
      const items = Array.isArray(value) ? value.map((item) => choiceOf(String(item), field, schema)) : [];
      if (items.length === 0) return undefined;
      const any: Expression = { type: 'in', value: of, items };
      return operator === 'anyOf' ? any : { type: 'not', item: any };
    }
    case 'contains':
    case 'containsNot': {
      if (typeof value !== 'string' || value === '') return undefined;
      const isRange = schema.typeOfField(field).kind === 'range';
      const item: Literal = { type: isRange ? 'date' : 'text', value };
      const holds: Expression = { type: 'contains', value: of, item };
      return operator === 'contains' ? holds : { type: 'not', item: holds };
    }
    case 'lastDays':
      return typeof value === 'number' && value > 0 ? writeLastDays(of, value) : undefined;
    case 'equals':
    case 'differs':
    case 'below':
    case 'atMost':
    case 'above':
    case 'atLeast':
      return writeCompare(of, operator, literalOf(value, field, schema));
  }
}

const compareSigns = {
  equals: '=',
  differs: '!=',
  below: '<',
  atMost: '<=',
  above: '>',
  atLeast: '>=',
} as const;

function writeCompare(
  left: Expression,
  operator: keyof typeof compareSigns,
  right: Literal | undefined,
): Expression | undefined {
  return right && { type: 'compare', operator: compareSigns[operator], left, right };
}

function writeLastDays(left: Expression, days: number): Expression {
  const right: Expression = {
    type: 'arithmetic',
    operator: '-',
    left: { type: 'call', name: 'now', arguments: [] },
    right: { type: 'duration', amount: Math.round(days), unit: 'd' },
  };
  return { type: 'compare', operator: '>=', left, right };
}

function literalOf(value: unknown, field: Field, schema: Schema): Literal | undefined {
  const { kind } = schema.typeOfField(field);
  if (typeof value === 'number') return { type: 'number', value };
  if (typeof value !== 'string' || value === '') return undefined;
  return { type: kind === 'date' ? 'date' : 'text', value };
}

function choiceOf(value: string, field: Field, schema: Schema): Expression {
  const { options, target } = schema.typeOfField(field);
  if (options) return { type: 'option', field: options.id, key: value };
  if (target === undefined) return { type: 'text', value };
  return value === ME ? { type: 'call', name: 'me', arguments: [] } : { type: 'record', id: value };
}
