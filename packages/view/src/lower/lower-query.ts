/** A query as SQL statements: a page of records, how many there are, and how they group. */
import { must } from '@throughline/base';
import type { Aggregate, Cursor, CursorKey, Direction, Expression, Group, Order, ViewQuery } from '../ast.ts';
import { isOrderedByTitle, UNTITLED } from '../evaluate/title-order.ts';
import { amongOf, type MeasureNode } from '../population.ts';
import type { ValueType } from '../value-type.ts';
import type { CellSql } from './layout.ts';
import { Lowering, type LoweringParts } from './lower-expression.ts';
import { sortKey } from './lower-test.ts';
import { constant, joinSql, name, param, sql, toText, type Sql, type SqlText } from './sql.ts';

/**
 * The statements that answer a page, one after the other until it is full. Behind a record whose first key has a value
 * come those with a value beyond it and then those without one: apart, each is a range of an index.
 */
export function lowerPages(query: ViewQuery, parts: RowsParts): readonly SqlText[] {
  const first = query.window?.after?.keys[0] ?? null;
  if (first === null) return [lowerRows(query, parts)];
  return [lowerRows(query, parts, 'filled'), lowerRows(query, parts, 'empty')];
}

/** `select` lists what the caller wants of each record; its id and sort keys are added. */
export type RowsParts = LoweringParts & { readonly select?: Sql };

/** Columns of `lowerRows`: `id`, and the record's cursor keys as `k0`, `k1` … */
export function lowerRows(query: ViewQuery, parts: RowsParts, part?: PagePart): SqlText {
  const to = loweringOf(query, parts);
  const keys = query.order.flatMap((order) => lowerOrder(to, order));
  const where = conditions(to, query);
  const { id } = parts.layout;
  const { limit, offset = 0, after } = query.window ?? { limit: undefined };
  const columns = keys.map((key, index) => sql`${key.value} as ${name(`k${index}`)}`);
  const order = [...keys.map(orderBy), sql`${id} collate "C" asc`];
  const page = after === undefined ? [] : pageCondition(keys, id, { after, part });
  return finish(
    to,
    sql`select ${joinSql([...(parts.select ? [parts.select] : []), sql`${id} as id`, ...columns], ', ')}
    from ${to.source()} where ${joinSql([...where, ...page], ' and ')}
    order by ${joinSql(order, ', ')}${limit === undefined ? sql`` : sql` limit ${param(limit, 'int8')}`}${
      offset === 0 ? sql`` : sql` offset ${param(offset, 'int8')}`
    }`,
  );
}

/** One row: `count`. */
export function lowerCount(query: ViewQuery, parts: LoweringParts): SqlText {
  const to = loweringOf(query, parts);
  const where = conditions(to, query);
  return finish(
    to,
    sql`select count(*)::float8 as count from ${to.source()} where ${joinSql(where, ' and ')}`,
  );
}

/**
 * A row for each group, in order: its keys `g0`, `g1` …, `count`, and the query's aggregates `a0`, `a1` …
 * Without groups, one row for the whole.
 */
export function lowerGroups(query: ViewQuery, parts: LoweringParts): SqlText {
  const to = loweringOf(query, parts);
  const groups = query.group.map((group, index) => lowerGroup(to, group, index));
  const aggregates = query.aggregates.map(
    (aggregate, index) => sql`${lowerAggregate(to, aggregate)} as ${name(`a${index}`)}`,
  );
  const where = conditions(to, query);
  const columns = [
    ...groups.map(({ value }, index) => sql`${value} as ${name(`g${index}`)}`),
    sql`count(*)::float8 as count`,
    ...aggregates,
  ];
  const joins = groups.flatMap(({ join }) => (join ? [join] : []));
  const by = groups.flatMap(({ value, order }) => [...order.map((key) => key.value), value]);
  const tail =
    groups.length === 0
      ? sql``
      : sql` group by ${joinSql(by, ', ')} order by ${joinSql(
          groups.flatMap(({ order }) => order.map(({ column: _column, ...key }) => orderBy(key))),
          ', ',
        )}`;
  return finish(
    to,
    sql`select ${joinSql(columns, ', ')} from ${joinSql([to.source(), ...joins], ' ')} where ${joinSql(where, ' and ')}${tail}`,
  );
}

/** The condition of a query alone, over rows with the layout's alias. */
export function lowerCondition(where: Expression, parts: LoweringParts): SqlText {
  const to = new Lowering(parts);
  const test = to.condition(where);
  return finish(
    to,
    sql`select ${parts.layout.id} as id from ${to.source()} where ${joinSql([parts.layout.base, test], ' and ')}`,
  );
}

/** Where the next page starts, from the last row of this one. */
export function cursorOfRow(row: Readonly<Record<string, unknown>>): Cursor {
  const keys: CursorKey[] = [];
  while (`k${keys.length}` in row) keys.push(row[`k${keys.length}`] as CursorKey);
  return { keys, id: must(row['id'] as string | undefined) };
}

/** Whether a cursor that somebody sent has a key of the right type for each of the query's sort keys. */
export function isCursorOf(query: ViewQuery, { keys: given }: Cursor, parts: LoweringParts): boolean {
  const to = new Lowering(parts);
  const keys = query.order.flatMap((order) => lowerOrder(to, order));
  return (
    keys.length === given.length &&
    keys.every(({ type }, index) => given[index] === null || typeof given[index] === TYPEOF[type])
  );
}

const TYPEOF: Readonly<Record<Key['type'], string>> = {
  text: 'string',
  float8: 'number',
  boolean: 'boolean',
};

function finish(to: Lowering, statement: Sql): SqlText {
  const { queries } = to.populations;
  return toText(queries.length === 0 ? statement : sql`with ${joinSql(queries, ', ')} ${statement}`);
}

function conditions(to: Lowering, query: ViewQuery): Sql[] {
  const base = to.sorted === undefined ? [to.layout.base] : [to.layout.base, to.sorted.base];
  return query.where === undefined ? base : [...base, to.condition(query.where)];
}

/** The view that a query's values are measured in is its own. */
function loweringOf({ where }: ViewQuery, parts: LoweringParts): Lowering {
  return new Lowering(where === undefined ? parts : { ...parts, kept: where });
}

type NativeType = NonNullable<CellSql['native']>['type'];

type Key = {
  readonly value: Sql;
  /** What the database orders by, where that is not `value` itself: a column that may have an index. */
  readonly column?: Sql | undefined;
  readonly native?: NativeType | undefined;
  readonly isFilled?: boolean | undefined;
  readonly type: 'text' | 'float8' | 'boolean';
  readonly direction: Direction;
};

/** One sort key is up to two columns: texts go by sort key and then by themselves. */
function lowerOrder(to: Lowering, { by, direction }: Order): readonly Key[] {
  const type = to.type(by);
  const kept = by.type === 'field' && type.kind !== 'text' ? to.sorted?.keysOf(by.field) : undefined;
  if (kept !== undefined) return kept.map((each) => ({ ...each, direction }));
  const cell =
    by.type === 'field' && to.schema.formula(by.field) === undefined ? to.cell(by.field) : undefined;
  const key = (value: Sql, kind: Key['type']): Key => ({ value, type: kind, direction });
  switch (type.kind) {
    case 'text': {
      const stored = sortKey(to, by);
      const [text, first] = [to.text(by), stored].map(
        (each) => each && { ...key(sql`${each} collate "C"`, 'text'), isFilled: cell?.isFilled },
      );
      return [first, text].filter((each) => each !== undefined);
    }
    case 'reference': {
      const text = to.text(by);
      const id = key(sql`${text} collate "C"`, 'text');
      if (type.options) return [key(to.rank(text, type.options), 'float8'), id];
      const title = titleSql(to, text, type);
      return title ? [key(title, 'text'), id] : [id];
    }
    case 'range':
      return [key(to.rangeEnd(by, 'start'), 'float8'), key(to.rangeEnd(by, 'end'), 'float8')];
    case 'boolean':
      return [key(to.boolean(by), 'boolean')];
    case 'date':
      return [
        {
          ...key(to.number(by), 'float8'),
          column: cell?.native?.column,
          native: cell?.native?.type,
          isFilled: cell?.isFilled,
        },
      ];
    case 'document':
    case 'duration':
    case 'empty':
    case 'number':
    case 'set':
      return [key(to.number(by), 'float8')];
  }
}

/** The key that references are ordered by before their ids; undefined where ids alone decide. */
function titleSql(to: Lowering, id: Sql, type: ValueType): Sql | undefined {
  const { target } = type;
  if (target === undefined || !isOrderedByTitle(to.schema.titles, type)) return undefined;
  const key = must(to.layout.titleKey, `The layout has no titles of ${target}`)(target, id);
  return sql`(case when ${id} is not null then coalesce(${key}, ${param(UNTITLED, 'text')}) end collate "C")`;
}

function orderBy({ value, column = value, direction, isFilled }: Key): Sql {
  const empties = isFilled === true ? sql`` : sql` nulls last`;
  return direction === 'ascending' ? sql`${column} asc${empties}` : sql`${column} desc${empties}`;
}

/** Of a page behind a record whose first key has a value: those with a value, or those without. */
type PagePart = 'filled' | 'empty';

type PageStart = { readonly after: Cursor; readonly part: PagePart | undefined };

function pageCondition(keys: readonly Key[], id: Sql, { after, part }: PageStart): readonly Sql[] {
  const [first] = keys;
  if (part === undefined || first === undefined) return [afterCursor(keys, id, after)];
  if (part === 'empty') return [sql`${first.value} is null`];
  return [
    sql`${first.value} is not null`,
    notBefore(first, after.keys[0] as string | number | boolean),
    afterCursor(keys, id, after, true),
  ];
}

/** That the first key has not been passed yet: what an index can begin at. */
function notBefore({ value, column, native, type, direction }: Key, at: string | number | boolean): Sql {
  const isUp = direction === 'ascending';
  if (column !== undefined && native === 'timestamptz' && typeof at === 'number') {
    // The key is whole milliseconds, the column is not.
    const bound = param(new Date(isUp ? at : at + 1).toISOString(), 'timestamptz');
    return isUp ? sql`${column} >= ${bound}` : sql`${column} <= ${bound}`;
  }
  const bound = param(at, type);
  return isUp ? sql`${value} >= ${bound}` : sql`${value} <= ${bound}`;
}

/** Behind the record where the page before ended: by the first key that differs, empties last. */
function afterCursor(keys: readonly Key[], id: Sql, cursor: Cursor, isFilled = false): Sql {
  let condition = sql`${id} collate "C" > ${param(cursor.id, 'text')}`;
  for (let index = keys.length - 1; index >= 0; index--) {
    const { value, type, direction } = keys[index] as Key;
    const at = cursor.keys[index] ?? null;
    if (at === null) {
      condition = sql`(${value} is null and ${condition})`;
      continue;
    }
    const bound = param(at, type);
    const beyond = direction === 'ascending' ? sql`${value} > ${bound}` : sql`${value} < ${bound}`;
    const empties = isFilled && index === 0 ? sql`` : sql` or ${value} is null`;
    condition = sql`(${beyond}${empties} or (${value} = ${bound} and ${condition}))`;
  }
  return condition;
}

type LoweredGroup = { readonly value: Sql; readonly order: readonly Key[]; readonly join?: Sql };

function lowerGroup(to: Lowering, group: Group, index: number): LoweredGroup {
  const type = to.type(group.by);
  if (type.kind !== 'set') return { value: groupValue(to, group.by, type), order: lowerOrder(to, group) };
  const member = name(`m${index}`);
  const value = sql`${member}.key`;
  const key = (sortBy: Sql, kind: Key['type']): Key => ({
    value: sortBy,
    type: kind,
    direction: group.direction,
  });
  const text = key(sql`${value} collate "C"`, 'text');
  const memberOrder = (): readonly Key[] => {
    if (type.options) return [key(to.rank(value, type.options), 'float8'), text];
    const title = titleSql(to, value, type);
    return title ? [key(title, 'text'), text] : [text];
  };
  return {
    value,
    order: memberOrder(),
    join: sql`left join lateral unnest(${to.set(group.by)}) as ${member}(key) on true`,
  };
}

function groupValue(to: Lowering, by: Expression, type: ValueType): Sql {
  if (type.kind === 'text' || type.kind === 'reference') return to.text(by);
  return type.kind === 'boolean' ? to.boolean(by) : to.number(by);
}

function lowerAggregate(to: Lowering, { name: aggregate, of }: Aggregate): Sql {
  if (of === undefined) return sql`count(*)::float8`;
  if (aggregate === 'count') return sql`count(${presentValue(to, of)})::float8`;
  const value = to.type(of).kind === 'date' ? to.number(of) : to.operand(of);
  switch (aggregate) {
    case 'sum':
      return sql`sum(${value})`;
    case 'average':
      return sql`(sum(${value}) / nullif(count(${value}), 0))`;
    case 'min':
      return sql`min(${value})`;
    case 'max':
      return sql`max(${value})`;
    case 'median':
      return sql`percentile_cont(${constant(0.5)}) within group (order by ${value})`;
  }
}

function presentValue(to: Lowering, of: Expression): Sql {
  return sql`(case when (${to.test({ type: 'isEmpty', value: of })}) is not true then 1 end)`;
}

/**
 * One row: what a call measures by. Of `normalize` the `least` and `greatest`, of `percentile` how many `n` there
 * are and their `negatives` from the least on.
 */
export function lowerMeasure(call: MeasureNode, parts: LoweringParts): SqlText {
  const to = new Lowering(parts);
  const of = call.arguments[0] as Expression;
  const among = amongOf(call);
  const population = call.name === 'percentile' ? to.ranks(of, among) : to.extent(of, among);
  return finish(to, sql`select * from ${population}`);
}

/** The values `v0`, `v1` … of expressions for each record, in order of `id`. */
export function lowerValues(expressions: readonly Expression[], parts: LoweringParts): SqlText {
  const to = new Lowering(parts);
  const columns = expressions.map((each, index) => sql`${to.value(each)} as ${name(`v${index}`)}`);
  const { id, base } = parts.layout;
  return finish(
    to,
    sql`select ${joinSql([sql`${id} as id`, ...columns], ', ')} from ${to.source()} where ${base} order by ${id} collate "C"`,
  );
}
