/** What a value is measured against: all records there are to see, or those that the view keeps. */
import type { CallNode, Expression } from './ast.ts';

export const AMONG = ['space', 'view'] as const;
export type Among = (typeof AMONG)[number];

export type MeasureNode = CallNode & { readonly name: 'normalize' | 'percentile' };

/** `normalize` and `percentile` set a record's value beside those of others. */
export function isMeasure(node: Expression): node is MeasureNode {
  return node.type === 'call' && (node.name === 'normalize' || node.name === 'percentile');
}

/** Among which records a call measures: its second argument, the space when it has none. */
export function amongOf({ arguments: [, among] }: CallNode): Among {
  return among?.type === 'text' && among.value === 'view' ? 'view' : 'space';
}
