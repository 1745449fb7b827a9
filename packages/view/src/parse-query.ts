/** Queries and expressions as JSON from outside: nothing is trusted, every refusal says where. */
import { fail, isId, ok, type Json, type JsonObject, type Result } from '@throughline/base';
import { LIMITS } from '@throughline/model';
import {
  AGGREGATES,
  ARITHMETIC_OPERATORS,
  COMPARE_OPERATORS,
  DURATION_UNITS,
  QUERY_VERSION,
  type Aggregate,
  type CursorKey,
  type Expression,
  type Order,
  type ViewQuery,
  type Window,
} from './ast.ts';
import { isFunctionName } from './functions.ts';

/** `path` leads to the part that is wrong, e.g. `order.0.by`. */
export type QueryProblem = { readonly code: string; readonly path: string; readonly message: string };

/** Keys a query may have of one sort each. */
export const QUERY_LIMITS = { order: 10, group: 3, aggregates: 100 } as const;

export function parseQuery(input: Json): Result<ViewQuery, QueryProblem> {
  return guard(() => readQuery(input));
}

export function parseExpression(input: Json): Result<Expression, QueryProblem> {
  return guard(() => readExpression(input, { path: '', depth: 0, budget: makeBudget() }));
}

class Refusal extends Error {
  readonly problem: QueryProblem;

  constructor(problem: QueryProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

function guard<T>(read: () => T): Result<T, QueryProblem> {
  try {
    return ok(read());
  } catch (error) {
    // Leaves the recursion at the first mistake; everything else is a bug and goes on.
    if (error instanceof Refusal) return fail(error.problem);
    throw error;
  }
}

function refuse(code: string, path: string, message: string): never {
  throw new Refusal({ code, path, message });
}

function readQuery(input: Json): ViewQuery {
  const given = readObject(input, '');
  const version = given['version'] ?? QUERY_VERSION;
  if (version !== QUERY_VERSION) {
    refuse('query_version', 'version', `This server reads queries of version ${QUERY_VERSION}.`);
  }
  const budget = makeBudget();
  const at = (path: string): Place => ({ path, depth: 0, budget });
  return {
    version: QUERY_VERSION,
    entity: readText(given['entity'], 'entity'),
    ...(given['where'] === undefined || given['where'] === null
      ? {}
      : { where: readExpression(given['where'], at('where')) }),
    order: readList(given['order'], 'order', QUERY_LIMITS.order).map((item, index) =>
      readOrder(item, at(`order.${index}`)),
    ),
    group: readList(given['group'], 'group', QUERY_LIMITS.group).map((item, index) =>
      readOrder(item, at(`group.${index}`)),
    ),
    aggregates: readList(given['aggregates'], 'aggregates', QUERY_LIMITS.aggregates).map((item, index) =>
      readAggregate(item, at(`aggregates.${index}`)),
    ),
    columns: readList(given['columns'], 'columns', LIMITS.columns).map((item, index) =>
      readText(item, `columns.${index}`),
    ),
    ...(given['window'] === undefined || given['window'] === null
      ? {}
      : { window: readWindow(given['window']) }),
  };
}

/** Nodes left to read; shared by all expressions of a query, so that no JSON makes work without bound. */
type Budget = { nodes: number };
type Place = { readonly path: string; readonly depth: number; readonly budget: Budget };

function makeBudget(): Budget {
  return { nodes: LIMITS.expressionLength };
}

function readOrder(input: Json, place: Place): Order {
  const given = readObject(input, place.path);
  const direction = given['direction'] ?? 'ascending';
  if (direction !== 'ascending' && direction !== 'descending') {
    refuse('query_direction', `${place.path}.direction`, 'A direction is ascending or descending.');
  }
  return { by: readExpression(given['by'], { ...place, path: `${place.path}.by` }), direction };
}

function readAggregate(input: Json, place: Place): Aggregate {
  const given = readObject(input, place.path);
  const name = oneOf(given['name'], AGGREGATES, `${place.path}.name`);
  if (given['of'] === undefined || given['of'] === null) {
    if (name !== 'count') refuse('query_aggregate', place.path, `${name} needs what it is of.`);
    return { name };
  }
  return { name, of: readExpression(given['of'], { ...place, path: `${place.path}.of` }) };
}

function readWindow(input: Json): Window {
  const given = readObject(input, 'window');
  const limit = readWhole(given['limit'], 'window.limit');
  const offset = given['offset'] === undefined ? {} : { offset: readWhole(given['offset'], 'window.offset') };
  const { after } = given;
  if (after === undefined || after === null) return { limit, ...offset };
  const cursor = readObject(after, 'window.after');
  const keys = readList(cursor['keys'], 'window.after.keys', 3 * QUERY_LIMITS.order).map(readCursorKey);
  return { limit, ...offset, after: { keys, id: readText(cursor['id'], 'window.after.id') } };
}

function readCursorKey(input: Json): CursorKey {
  if (typeof input === 'object' && input !== null)
    refuse('query_cursor', 'window.after', 'The cursor is not one of ours.');
  return typeof input === 'string' ? readText(input, 'window.after') : input;
}

/** A node, its parts read by the reader of its type. Nodes that say nothing are simplified away. */
function readExpression(input: Json | undefined, place: Place): Expression {
  if (place.depth >= LIMITS.expressionDepth) {
    refuse('too_deep', place.path, `Parts are nested more than ${LIMITS.expressionDepth} deep.`);
  }
  if (--place.budget.nodes < 0) refuse('too_long', place.path, `More than ${LIMITS.expressionLength} parts.`);
  const node = readObject(input, place.path);
  const inner = (key: string): Expression => readExpression(node[key], within(place, key));
  const list = (key: string): Expression[] =>
    readList(node[key], `${place.path}.${key}`, LIMITS.expressionLength).map((item, index) =>
      readExpression(item, within(place, `${key}.${index}`)),
    );
  const type = readType(node);
  switch (type) {
    case 'arithmetic':
      return {
        type,
        operator: oneOf(node['operator'], ARITHMETIC_OPERATORS, place.path),
        left: inner('left'),
        right: inner('right'),
      };
    case 'negate':
      return negate(inner('value'));
    case 'compare':
      return {
        type,
        operator: oneOf(node['operator'], COMPARE_OPERATORS, place.path),
        left: inner('left'),
        right: inner('right'),
      };
    case 'in':
      return { type, value: inner('value'), items: atLeastOne(list('items'), place.path) };
    case 'between':
      return { type, value: inner('value'), low: inner('low'), high: inner('high') };
    case 'contains':
      return { type, value: inner('value'), item: inner('item') };
    case 'isEmpty':
      return { type, value: inner('value') };
    case 'and':
    case 'or':
      return chain(type, list('items'));
    case 'not':
      return { type, item: inner('item') };
    case 'call': {
      const { name } = node;
      if (typeof name !== 'string' || !isFunctionName(name))
        return refuse('unknown_function', place.path, `There is no function ${JSON.stringify(name)}.`);
      return { type, name, arguments: list('arguments') };
    }
    default:
      return readLeaf(node, place.path);
  }
}

function readType(node: JsonObject): string {
  return typeof node['type'] === 'string' ? node['type'] : '';
}

function within(place: Place, key: string): Place {
  return { path: `${place.path}.${key}`, depth: place.depth + 1, budget: place.budget };
}

function negate(value: Expression): Expression {
  if (value.type !== 'number') return { type: 'negate', value };
  return { type: 'number', value: value.value === 0 ? 0 : -value.value };
}

function chain(type: 'and' | 'or', items: readonly Expression[]): Expression {
  if (items.length === 0) return { type: 'boolean', value: type === 'and' };
  return items.length === 1 ? (items[0] as Expression) : { type, items };
}

function atLeastOne(items: readonly Expression[], path: string): readonly Expression[] {
  return items.length > 0 ? items : refuse('query_items', path, 'The list is empty.');
}

function readLeaf(node: JsonObject, path: string): Expression {
  const { value } = node;
  const type = readType(node);
  switch (type) {
    case 'empty':
      return { type };
    case 'boolean':
      return typeof value === 'boolean'
        ? { type, value }
        : refuse('query_value', path, 'Expected true or false.');
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
        ? { type, value: value === 0 ? 0 : value }
        : refuse('query_value', path, 'Expected a number.');
    case 'text':
      return { type, value: readText(value, path) };
    case 'date': {
      const date = readText(value, path);
      const isDate = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}\.\d{3}Z)?$/.test(date) && isRealDate(date);
      return isDate ? { type, value: date } : refuse('bad_date', path, `“${date}” is not a date.`);
    }
    case 'option':
      return { type, field: readText(node['field'], path), key: readText(node['key'], path) };
    case 'record':
      return isId(node['id'])
        ? { type, id: node['id'] }
        : refuse('query_value', path, 'Expected the id of a record.');
    case 'duration':
      return {
        type,
        amount: readWhole(node['amount'], path),
        unit: oneOf(node['unit'], DURATION_UNITS, path),
      };
    case 'field':
      return { type, field: readText(node['field'], path) };
    default:
      return refuse('query_node', path, `There is no part of type “${type}”.`);
  }
}

function isRealDate(text: string): boolean {
  const time = Date.parse(text.length === 10 ? `${text}T00:00:00.000Z` : text);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}

function readObject(input: Json | undefined, path: string): JsonObject {
  if (input === null || typeof input !== 'object' || Array.isArray(input)) {
    return refuse('query_shape', path, 'Expected an object.');
  }
  return input as JsonObject;
}

function readList(input: Json | undefined, path: string, most: number): readonly Json[] {
  if (input === undefined || input === null) return [];
  if (!Array.isArray(input)) return refuse('query_shape', path, 'Expected a list.');
  if (input.length > most) refuse('too_long', path, `The list has ${input.length} entries; ${most} fit.`);
  return input as readonly Json[];
}

const UNSTORABLE = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

function readText(input: Json | undefined, path: string): string {
  if (typeof input !== 'string' || input.length > LIMITS.textLength || UNSTORABLE.test(input)) {
    return refuse('query_text', path, `Expected a text of at most ${LIMITS.textLength} characters.`);
  }
  return input;
}

function readWhole(input: Json | undefined, path: string): number {
  const isWhole = typeof input === 'number' && Number.isSafeInteger(input) && input >= 0;
  return isWhole ? input : refuse('query_value', path, 'Expected a whole number from 0.');
}

function oneOf<T extends string>(input: Json | undefined, allowed: readonly T[], path: string): T {
  const found = allowed.find((each) => each === input);
  return found ?? refuse('query_value', path, `Expected one of ${allowed.join(', ')}.`);
}
