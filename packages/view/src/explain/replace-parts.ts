import { must } from '@throughline/base';
import { childrenOf, type Expression } from '../ast.ts';

/** The same node with other expressions directly inside it, in the order of `childrenOf`. */
export function replaceParts(node: Expression, parts: readonly Expression[]): Expression {
  const at = (index: number): Expression => must(parts[index]);
  switch (node.type) {
    case 'arithmetic':
    case 'compare':
      return { ...node, left: at(0), right: at(1) };
    case 'negate':
    case 'isEmpty':
      return { ...node, value: at(0) };
    case 'in':
      return { ...node, value: at(0), items: parts.slice(1) };
    case 'between':
      return { ...node, value: at(0), low: at(1), high: at(2) };
    case 'contains':
      return { ...node, value: at(0), item: at(1) };
    case 'and':
    case 'or':
      return { ...node, items: parts };
    case 'not':
      return { ...node, item: at(0) };
    case 'call':
      return { ...node, arguments: parts };
    case 'empty':
    case 'boolean':
    case 'number':
    case 'text':
    case 'date':
    case 'option':
    case 'record':
    case 'duration':
    case 'field':
      return node;
  }
}

/** Whether an expression has others inside it. */
export function isWhole(node: Expression): boolean {
  return childrenOf(node).length === 0;
}
