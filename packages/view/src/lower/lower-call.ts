/** The functions of the expression language in SQL, step for step as in compile-call.ts. */
import { LIMITS } from '@throughline/model';
import type { CallNode, Expression } from '../ast.ts';
import { amongOf } from '../population.ts';
import { DAY } from '../evaluate/dates.ts';
import { optionsOf } from '../evaluate/options.ts';
import type { Lowering } from './lower-expression.ts';
import { tame } from './tame.ts';
import { constant, joinSql, param, sql, type Sql } from './sql.ts';

export function lowerCallText(to: Lowering, node: CallNode): Sql {
  const texts = node.arguments.map((each) => to.text(each));
  if (node.name === 'lower') return to.lower(texts[0] as Sql);
  const joined = sql`nullif(concat(${joinSql(texts, ', ')}), '')`;
  const most = param(LIMITS.textLength, 'int8');
  return to.bind(joined, (text) => sql`(case when char_length(${text}) <= ${most} then ${text} end)`);
}

export function lowerCallNumber(to: Lowering, node: CallNode): Sql {
  const { context } = to;
  const argument = (index: number): Expression => node.arguments[index] as Expression;
  const operand = (index: number): Sql => to.operand(argument(index));
  switch (node.name) {
    case 'now':
      return param(context.now, 'float8');
    case 'today':
      return param(context.today, 'float8');
    case 'abs':
      return sql`abs(${operand(0)})`;
    case 'floor':
      return sql`floor(${operand(0)})`;
    case 'ceil':
      return sql`ceil(${operand(0)})`;
    case 'sqrt':
      return sql`sqrt(${refuseBelowZero(operand(0))})`;
    case 'log':
      return round15(sql`log(${refuseToZero(operand(0))})`);
    case 'ln':
      return round15(sql`ln(${refuseToZero(operand(0))})`);
    case 'round':
      return roundSql(operand(0), node.arguments[1]?.type === 'number' ? node.arguments[1].value : 0);
    case 'pow':
      return powerSql(operand(0), operand(1));
    case 'days_between':
      return sql`((${to.number(argument(1))} - ${to.number(argument(0))}) / ${constant(DAY)})`;
    case 'age':
      return sql`((${param(context.now, 'float8')} - ${to.number(argument(0))}) / ${constant(DAY)})`;
    case 'count':
      return countSql(to, node);
    case 'median':
    case 'min':
    case 'max':
    case 'sum':
    case 'avg':
      return foldSql(to, node, node.name);
    case 'normalize':
      return normalizeSql(to, node);
    case 'percentile':
      return percentileSql(to, node);
    case 'length':
      return lengthSql(to, argument(0));
    case 'weight':
      return weightSql(to, argument(0));
    case 'start':
      return to.rangeEnd(argument(0), 'start');
    case 'end':
      return to.rangeEnd(argument(0), 'end');
    case 'me':
    case 'if':
    case 'coalesce':
    case 'concat':
    case 'lower':
      return sql`null::float8`;
  }
}

function countSql(to: Lowering, node: CallNode): Sql {
  const present = node.arguments.map((value) => {
    const isEmpty = to.test({ type: 'isEmpty', value });
    return sql`nullif(${isEmpty} is true, true)`;
  });
  return sql`num_nonnulls(${joinSql(present, ', ')})::float8`;
}

/** Over the values that are not empty; `least` and `greatest` pass over nulls. */
function foldSql(to: Lowering, node: CallNode, name: 'median' | 'min' | 'max' | 'sum' | 'avg'): Sql {
  const operands = node.arguments.map((each) => to.operand(each));
  const values = joinSql(operands, ', ');
  const list = sql`unnest(array[${values}]) as v(x)`;
  switch (name) {
    case 'min':
      return sql`least(${values})`;
    case 'max':
      return sql`greatest(${values})`;
    case 'sum':
      return tame(sql`(select sum(v.x) from ${list})`);
    case 'avg':
      return tame(sql`(select sum(v.x) / nullif(count(v.x), 0) from ${list})`);
    case 'median':
      return tame(sql`(select percentile_cont(${constant(0.5)}) within group (order by v.x) from ${list})`);
  }
}

/** Null at 0 and below; `greatest` passes over null, and 0 stands for it. */
function refuseToZero(value: Sql): Sql {
  return sql`nullif(greatest(${value}, 0), 0)`;
}

/** Null below 0. No number of a formula lies between -1e-200 and 0. */
function refuseBelowZero(value: Sql): Sql {
  const least = constant(-1e-200);
  return sql`nullif(greatest(${value}, ${least}), ${least})`;
}

/** PostgreSQL turns doubles into decimals of 15 digits. */
function round15(value: Sql): Sql {
  return sql`${value}::numeric::float8`;
}

function roundSql(value: Sql, digits: number): Sql {
  const scale = constant(10 ** digits);
  return tame(sql`(floor(${tame(sql`(${value} * ${scale})`)} + 0.5) / ${scale})`);
}

function powerSql(base: Sql, exponent: Sql): Sql {
  return sql`(select case
    when p.b = 0 then (case when p.e > 0 then 0 when p.e = 0 then 1 end)
    when p.b < 0 and p.e <> floor(p.e) then null
    when p.e * log(abs(p.b)) > 150 then null
    when p.e * log(abs(p.b)) < -140 then 0
    else power(p.b, p.e)::numeric::float8 end
    from (select ${base} as b, ${exponent} as e offset 0) as p)`;
}

function normalizeSql(to: Lowering, node: CallNode): Sql {
  const of = node.arguments[0] as Expression;
  const extent = to.extent(of, amongOf(node));
  return to.bind(
    to.operand(of),
    (value) => sql`(case when ${value} is null then null when ${extent}.least < ${extent}.greatest
      then (least(greatest(${value}, ${extent}.least), ${extent}.greatest) - ${extent}.least) / (${extent}.greatest - ${extent}.least) * 100
      when ${extent}.least = ${extent}.greatest then 100 end)::float8`,
  );
}

/** How many lie below is all less those at or above it: found by halving among the negatives in order. */
function percentileSql(to: Lowering, node: CallNode): Sql {
  const of = node.arguments[0] as Expression;
  const ranks = to.ranks(of, amongOf(node));
  return to.bind(
    to.operand(of),
    (value) => sql`(case when ${value} is null then null when (select n from ${ranks}) > 1
      then least((select n from ${ranks}) - width_bucket(-(${value}), (select negatives from ${ranks})), (select n from ${ranks}) - 1)
        / ((select n from ${ranks}) - 1) * 100
      when (select n from ${ranks}) = 1 then 0 end)::float8`,
  );
}

function lengthSql(to: Lowering, node: Expression): Sql {
  if (to.type(node).kind === 'set') return sql`coalesce(cardinality(${to.set(node)}), 0)::float8`;
  return sql`coalesce(char_length(${to.text(node)}), 0)::float8`;
}

function weightSql(to: Lowering, node: Expression): Sql {
  const type = to.type(node);
  if (type.options === undefined) return sql`null::float8`;
  if (type.kind === 'reference') return to.weight(to.text(node), type.options);
  const weighted = optionsOf(type.options).filter((option) => option.weight !== undefined);
  if (weighted.length === 0) return sql`null::float8`;
  const weight = tame(to.weight(sql`m.key`, type.options));
  return tame(sql`(select sum(${weight}) from unnest(${to.set(node)}) as m(key))`);
}
