/** The text form of an expression; parsing it again gives the same expression. */
import { findOption } from '@throughline/model';
import type { CallNode, Expression } from '../ast.ts';
import { AMONG, isMeasure } from '../population.ts';
import { printPath } from '../paths.ts';
import type { Schema } from '../schema.ts';
import { BINDING } from './parse.ts';
import { printName, printText } from './token.ts';

export type Names = Pick<Schema, 'field' | 'findField' | 'titles'>;

export function printExpression(node: Expression, names: Names): string {
  return print(node, names, 0);
}

function print(node: Expression, names: Names, outer: number): string {
  const text = printNode(node, names);
  return bindingOf(node) <= outer ? `(${text})` : text;
}

const LEAF = 100;

/** How tightly the printed form holds together. */
function bindingOf(node: Expression): number {
  switch (node.type) {
    case 'or':
    case 'and':
      return BINDING[node.type];
    case 'not':
      return isInfixNot(node.item) ? BINDING.compare : BINDING.not;
    case 'compare':
    case 'in':
    case 'between':
    case 'contains':
    case 'isEmpty':
      return BINDING.compare;
    case 'arithmetic':
      return node.operator === '+' || node.operator === '-' ? BINDING.sum : BINDING.product;
    case 'negate':
      return BINDING.negate;
    case 'number':
      return node.value < 0 ? BINDING.negate : LEAF;
    case 'empty':
    case 'boolean':
    case 'text':
    case 'date':
    case 'option':
    case 'record':
    case 'duration':
    case 'field':
    case 'call':
      return LEAF;
  }
}

type Condition = Extract<Expression, { type: 'in' | 'between' | 'contains' | 'isEmpty' }>;

/** `not (a in b)` reads `a not in b`. */
function isInfixNot(item: Expression): item is Condition {
  return item.type === 'in' || item.type === 'between' || item.type === 'contains' || item.type === 'isEmpty';
}

function printNode(node: Expression, names: Names): string {
  switch (node.type) {
    case 'empty':
      return 'empty';
    case 'boolean':
    case 'number':
      return String(node.value);
    case 'text':
      return printText(node.value);
    case 'date':
      return printText(node.value, "'");
    case 'option':
      return printOption(node.field, node.key, names);
    case 'record':
      return printRecord(node.id, names);
    case 'duration':
      return `${node.amount}${node.unit}`;
    case 'field':
      return printField(node.field, names);
    case 'negate':
      // The operand must not be a literal: `-5` reads as the number.
      return `-${print(node.value, names, node.value.type === 'number' ? LEAF : BINDING.negate)}`;
    case 'arithmetic':
      return printInfix(node.left, node.operator, node.right, names);
    case 'compare':
      return printSides([node.left, node.right], ` ${node.operator} `, names);
    case 'and':
    case 'or':
      return node.items.map((item) => print(item, names, BINDING[node.type])).join(` ${node.type} `);
    case 'not':
      return isInfixNot(node.item)
        ? printCondition(node.item, names, 'not ')
        : `not ${print(node.item, names, BINDING.not)}`;
    case 'call':
      return `${node.name}(${isMeasure(node) ? printMeasured(node, names) : printList(node.arguments, names)})`;
    case 'in':
    case 'between':
    case 'contains':
    case 'isEmpty':
      return printCondition(node, names, '');
  }
}

function printInfix(
  left: Expression,
  operator: '+' | '-' | '*' | '/',
  right: Expression,
  names: Names,
): string {
  const binding = operator === '+' || operator === '-' ? BINDING.sum : BINDING.product;
  return `${print(left, names, binding - 1)} ${operator} ${print(right, names, binding)}`;
}

function printSides(sides: readonly Expression[], separator: string, names: Names): string {
  return sides.map((side) => print(side, names, BINDING.compare)).join(separator);
}

function printCondition(node: Condition, names: Names, negation: '' | 'not '): string {
  switch (node.type) {
    case 'in':
      return `${print(node.value, names, BINDING.compare)} ${negation}in (${printList(node.items, names)})`;
    case 'between':
      return `${print(node.value, names, BINDING.compare)} ${negation}between ${printSides([node.low, node.high], ' and ', names)}`;
    case 'contains':
      return printSides([node.value, node.item], ` ${negation}contains `, names);
    case 'isEmpty':
      return `${print(node.value, names, BINDING.compare)} is ${negation}empty`;
  }
}

function printList(items: readonly Expression[], names: Names): string {
  return items.map((item) => print(item, names, 0)).join(', ');
}

function printMeasured({ arguments: [value, among] }: CallNode, names: Names): string {
  const printed = printList(value === undefined ? [] : [value], names);
  if (among === undefined) return printed;
  const isWord = among.type === 'text' && AMONG.some((each) => each === among.value);
  return `${printed}, ${isWord ? among.value : print(among, names, 0)}`;
}

function printField(id: string, names: Names): string {
  const field = names.field(id);
  if (field === undefined) return printName(id);
  const path = printPath(field);
  if (path !== undefined) return path;
  return printName(names.findField(field.key) === field ? field.key : id);
}

/** An option's name where only it is called so, else its key. */
function printOption(fieldId: string, key: string, names: Names): string {
  const field = names.field(fieldId);
  const name = field?.config.options?.find((option) => option.key === key)?.name;
  const isPlain = field !== undefined && name !== undefined && findOption(field, name)?.key === key;
  return printText(isPlain ? name : key);
}

function printRecord(id: string, names: Names): string {
  const title = names.titles.titleOf(id);
  return printText(title !== undefined && names.titles.idOf('*', title) === id ? title : id);
}
