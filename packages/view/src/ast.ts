/**
 * A view is data. One query describes a list, a board, a chart, an automation's condition or a webhook's
 * filter; the engines (evaluate, maintain, lower) agree on what it means. Fields are named by id, so that
 * renaming one changes no query; people read and write the text form (`expression/`), which uses keys.
 */
import type { FunctionName } from './functions.ts';

export const QUERY_VERSION = 1;

export type ViewQuery = {
  readonly version: typeof QUERY_VERSION;
  readonly entity: string;
  /** Which records; all when left out. */
  readonly where?: Expression;
  /** First key first; ties fall to the id. */
  readonly order: readonly Order[];
  /** Outermost first: a board's columns, then its lanes. */
  readonly group: readonly Group[];
  /** What every group, and the whole, is summed up as. */
  readonly aggregates: readonly Aggregate[];
  /** Fields shown, in order. */
  readonly columns: readonly string[];
  readonly window?: Window;
};

export type Direction = 'ascending' | 'descending';
export type Order = { readonly by: Expression; readonly direction: Direction };
export type Group = { readonly by: Expression; readonly direction: Direction };

export const AGGREGATES = ['count', 'sum', 'average', 'min', 'max', 'median'] as const;
export type AggregateName = (typeof AGGREGATES)[number];

/** `count` of nothing counts records; of an expression, the records where it is not empty. */
export type Aggregate = { readonly name: AggregateName; readonly of?: Expression };

/** A page: by position, or after the last record of the page before. */
export type Window = { readonly limit: number; readonly offset?: number; readonly after?: Cursor };

/** Where a page ended: the record's sort keys and id. */
export type Cursor = { readonly keys: readonly CursorKey[]; readonly id: string };
export type CursorKey = string | number | boolean | null;

export type Expression =
  | Literal
  | DurationNode
  | FieldNode
  | ArithmeticNode
  | NegateNode
  | CompareNode
  | InNode
  | BetweenNode
  | ContainsNode
  | IsEmptyNode
  | AndNode
  | OrNode
  | NotNode
  | CallNode;

export type Literal =
  | { readonly type: 'empty' }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'text'; readonly value: string }
  /** A day `YYYY-MM-DD` or a moment, ISO 8601 in UTC. */
  | { readonly type: 'date'; readonly value: string }
  /** An option of a select field; the key outlives renaming. */
  | { readonly type: 'option'; readonly field: string; readonly key: string }
  | { readonly type: 'record'; readonly id: string };

export const DURATION_UNITS = ['h', 'd', 'w', 'm', 'y'] as const;
/** Hour, day, week, calendar month, calendar year. */
export type DurationUnit = (typeof DURATION_UNITS)[number];
export type DurationNode = {
  readonly type: 'duration';
  readonly amount: number;
  readonly unit: DurationUnit;
};

export type FieldNode = { readonly type: 'field'; readonly field: string };

export const ARITHMETIC_OPERATORS = ['+', '-', '*', '/'] as const;
export type ArithmeticOperator = (typeof ARITHMETIC_OPERATORS)[number];
export type ArithmeticNode = {
  readonly type: 'arithmetic';
  readonly operator: ArithmeticOperator;
  readonly left: Expression;
  readonly right: Expression;
};
export type NegateNode = { readonly type: 'negate'; readonly value: Expression };

export const COMPARE_OPERATORS = ['=', '!=', '<', '<=', '>', '>='] as const;
export type CompareOperator = (typeof COMPARE_OPERATORS)[number];
export type CompareNode = {
  readonly type: 'compare';
  readonly operator: CompareOperator;
  readonly left: Expression;
  readonly right: Expression;
};

/** True when the value is one of the items; for a set, when one of its members is. */
export type InNode = {
  readonly type: 'in';
  readonly value: Expression;
  readonly items: readonly Expression[];
};
/** Both ends included. */
export type BetweenNode = {
  readonly type: 'between';
  readonly value: Expression;
  readonly low: Expression;
  readonly high: Expression;
};
/** A text holds a text (case aside), a set has a member, a range spans a date. */
export type ContainsNode = {
  readonly type: 'contains';
  readonly value: Expression;
  readonly item: Expression;
};
export type IsEmptyNode = { readonly type: 'isEmpty'; readonly value: Expression };
export type AndNode = { readonly type: 'and'; readonly items: readonly Expression[] };
export type OrNode = { readonly type: 'or'; readonly items: readonly Expression[] };
export type NotNode = { readonly type: 'not'; readonly item: Expression };
export type CallNode = {
  readonly type: 'call';
  readonly name: FunctionName;
  readonly arguments: readonly Expression[];
};

/** A query for all records of an entity, with the parts given. */
export function makeQuery(
  entity: string,
  parts: Partial<Omit<ViewQuery, 'version' | 'entity'>> = {},
): ViewQuery {
  return { version: QUERY_VERSION, entity, order: [], group: [], aggregates: [], columns: [], ...parts };
}

/** The expressions directly inside one. */
export function childrenOf(node: Expression): readonly Expression[] {
  switch (node.type) {
    case 'arithmetic':
    case 'compare':
      return [node.left, node.right];
    case 'negate':
    case 'isEmpty':
      return [node.value];
    case 'in':
      return [node.value, ...node.items];
    case 'between':
      return [node.value, node.low, node.high];
    case 'contains':
      return [node.value, node.item];
    case 'and':
    case 'or':
      return node.items;
    case 'not':
      return [node.item];
    case 'call':
      return node.arguments;
    case 'empty':
    case 'boolean':
    case 'number':
    case 'text':
    case 'date':
    case 'option':
    case 'record':
    case 'duration':
    case 'field':
      return [];
  }
}

/** Ids of the fields an expression reads itself, formulas not followed. */
export function fieldsOf(node: Expression, into: Set<string> = new Set()): ReadonlySet<string> {
  if (node.type === 'field') into.add(node.field);
  for (const child of childrenOf(node)) fieldsOf(child, into);
  return into;
}
