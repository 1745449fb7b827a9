/** Comparisons in SQL; each may yield null, which counts as false. */
import { makeSortKey, must } from '@throughline/base';
import type { CompareOperator, Expression } from '../ast.ts';
import { comparesNumbers, hasSortKey } from '../evaluate/comparison.ts';
import { DAY, FIRST_DATE, LAST_DATE } from '../evaluate/dates.ts';
import { lowerText } from '../evaluate/texts.ts';
import type { Lowering } from './lower-expression.ts';
import { joinSql, param, sql, type Sql } from './sql.ts';

type Node<T extends Expression['type']> = Extract<Expression, { type: T }>;
type Operator = Exclude<CompareOperator, '!='>;
type Sides = readonly [Expression, Expression];

const OPERATORS: Readonly<Record<Operator, Sql>> = {
  '=': sql`=`,
  '<': sql`<`,
  '<=': sql`<=`,
  '>': sql`>`,
  '>=': sql`>=`,
};

export function lowerCompare(to: Lowering, node: Node<'compare'>): Sql {
  const { operator, left, right } = node;
  if (operator === '!=') return sql`(${relate(to, '=', [left, right])} is not true)`;
  return relate(to, operator, [left, right]);
}

function relate(to: Lowering, operator: Operator, sides: Sides): Sql {
  const types = [to.type(sides[0]), to.type(sides[1])] as const;
  if (comparesNumbers(types)) {
    return compareDates(to, operator, sides) ?? infix(operator, [to.number(sides[0]), to.number(sides[1])]);
  }
  if (types[0].kind === 'boolean' || types[1].kind === 'boolean') {
    return infix(operator, [to.boolean(sides[0]), to.boolean(sides[1])]);
  }
  if (operator === '=') return infix(operator, [to.text(sides[0]), to.text(sides[1])]);
  const options = types[0].options ?? types[1].options;
  if (options) {
    return infix(operator, [to.rank(to.text(sides[0]), options), to.rank(to.text(sides[1]), options)]);
  }
  return compareTexts(to, operator, sides);
}

function infix(operator: Operator, [left, right]: readonly [Sql, Sql]): Sql {
  return sql`(${left} ${OPERATORS[operator]} ${right})`;
}

const TURNED: Readonly<Record<Operator, Operator>> = { '=': '=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

/** A date column against a date that is known, in the column's own type: an index on it serves. */
function compareDates(to: Lowering, operator: Operator, [left, right]: Sides): Sql | undefined {
  if (left.type !== 'field') {
    return right.type === 'field' ? compareDates(to, TURNED[operator], [right, left]) : undefined;
  }
  const native = to.schema.formula(left.field) === undefined ? to.cell(left.field)?.native : undefined;
  const date = to.constantNumber(right);
  if (native === undefined || date === undefined || !(date >= FIRST_DATE && date <= LAST_DATE))
    return undefined;
  if (native.type === 'date' && date % DAY !== 0) return undefined;
  const text = new Date(date).toISOString();
  const value = native.type === 'date' ? text.slice(0, 10) : text;
  return infix(operator, [native.column, param(value, native.type)]);
}

/** By stored sort key and then by code point; texts that formulas make, by code point alone. */
function compareTexts(to: Lowering, operator: Operator, [left, right]: Sides): Sql {
  const texts = [sql`${to.text(left)} collate "C"`, sql`${to.text(right)} collate "C"`] as const;
  const keys = [sortKey(to, left), sortKey(to, right)] as const;
  if (keys[0] === undefined || keys[1] === undefined) return infix(operator, texts);
  return infix(operator, [
    sql`(${keys[0]} collate "C", ${texts[0]})`,
    sql`(${keys[1]} collate "C", ${texts[1]})`,
  ]);
}

/** Undefined for texts that have none. */
export function sortKey(to: Lowering, node: Expression): Sql | undefined {
  if (!hasSortKey(node, to.schema)) return undefined;
  if (node.type === 'text') return param(makeSortKey(node.value), 'text');
  if (node.type !== 'field') return undefined;
  return to.cell(node.field)?.sortKey ?? sql`null::text`;
}

export function lowerBetween(to: Lowering, { value, low, high }: Node<'between'>): Sql {
  const types = [to.type(value), to.type(low)] as const;
  const options = types[0].options ?? types[1].options;
  if (value.type === 'field') {
    return sql`(${relate(to, '>=', [value, low])} and ${relate(to, '<=', [value, high])})`;
  }
  if (comparesNumbers(types))
    return within(
      to,
      [value, low, high].map((each) => to.number(each)),
    );
  if (options)
    return within(
      to,
      [value, low, high].map((each) => to.rank(to.text(each), options)),
    );
  if (value.type === 'text') {
    return sql`(${relate(to, '>=', [value, low])} and ${relate(to, '<=', [value, high])})`;
  }
  return within(
    to,
    [value, low, high].map((each) => sql`${to.text(each)} collate "C"`),
  );
}

function within(to: Lowering, [value, low, high]: readonly Sql[]): Sql {
  return to.bind(must(value), (bound) => sql`(${bound} >= ${must(low)} and ${bound} <= ${must(high)})`);
}

export function lowerIn(to: Lowering, node: Node<'in'>): Sql {
  const { value, items } = node;
  const [first] = items as readonly [Expression];
  const type = to.type(value);
  if (type.kind === 'set') return lowerSetIn(to, node);
  if (comparesNumbers([type, to.type(first)])) {
    return inList(
      to.number(value),
      items.map((item) => to.number(item)),
    );
  }
  if (type.kind === 'boolean')
    return inList(
      to.boolean(value),
      items.map((item) => to.boolean(item)),
    );
  return inList(
    to.text(value),
    items.map((item) => to.text(item)),
  );
}

function inList(value: Sql, items: readonly Sql[]): Sql {
  return sql`(${value} in (${joinSql(items, ', ')}))`;
}

function lowerSetIn(to: Lowering, { value, items }: Node<'in'>): Sql {
  const members = items.map((item) => to.text(item));
  if (value.type === 'field') {
    const has = to.cell(value.field)?.has;
    if (has) return sql`(${joinSql(members.map(has), ' or ')})`;
  }
  return sql`(${to.set(value)} && array[${joinSql(members, ', ')}])`;
}

export function lowerContains(to: Lowering, { value, item }: Node<'contains'>): Sql {
  const type = to.type(value);
  if (type.kind === 'range') return lowerSpans(to, { value, item });
  if (type.kind === 'set') {
    const member = to.text(item);
    const has = value.type === 'field' ? to.cell(value.field)?.has : undefined;
    return has ? has(member) : sql`(${member} = any(${to.set(value)}))`;
  }
  const wanted = to.constantText(item);
  if (wanted === undefined) return sql`(strpos(${to.lower(to.text(value))}, ${to.lower(to.text(item))}) > 0)`;
  if (wanted === null) return sql`false`;
  const lower = lowerText(wanted);
  return sql`(strpos(${to.lower(to.text(value), lower)}, ${param(lower, 'text')}) > 0)`;
}

function lowerSpans(to: Lowering, { value, item }: Pick<Node<'contains'>, 'value' | 'item'>): Sql {
  const [start, end] = [to.rangeEnd(value, 'start'), to.rangeEnd(value, 'end')];
  return to.bind(to.number(item), (date) => sql`(${start} <= ${date} and ${date} <= ${end})`);
}
