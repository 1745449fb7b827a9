/**
 * Expressions in SQL. A condition may yield null, which counts as false wherever it stands; `is true` and
 * `is not true` turn it into a value or its opposite, so that logic has two values as in the other engines.
 * What does not depend on the record is computed here and becomes a parameter.
 */
import { unreachable } from '@throughline/base';
import type { Field } from '@throughline/model';
import { childrenOf, type Expression } from '../ast.ts';
import type { ViewContext } from '../context.ts';
import { compileNumber, compileTest, compileValue, isPredicate, type Scope } from '../evaluate/compile.ts';
import { optionsOf } from '../evaluate/options.ts';
import { dependsOnView } from '../holds.ts';
import { isMeasure, type Among } from '../population.ts';
import type { Schema } from '../schema.ts';
import { typeOf } from '../type-of.ts';
import type { ValueType } from '../value-type.ts';
import type { CellSql, Layout } from './layout.ts';
import { lowerCallNumber, lowerCallText } from './lower-call.ts';
import { lowerBetween, lowerCompare, lowerContains, lowerIn } from './lower-test.ts';
import { makePopulations, type Populations } from './populations.ts';
import { constant, joinSql, name, param, sql, type Sql } from './sql.ts';
import type { SortedFields } from './sorted-fields.ts';
import { shiftSql } from './shift-date.ts';
import { tame } from './tame.ts';
import { makeLetterMap, narrowLetterMap, type LetterMap } from './text-case.ts';

type Node<T extends Expression['type']> = Extract<Expression, { type: T }>;

export type LoweringParts = {
  /** The condition of the view that `normalize(…, view)` speaks of; a query's own where it has one. */
  readonly kept?: Expression | undefined;
  readonly schema: Schema;
  readonly layout: Layout;
  readonly context: ViewContext;
  /** The indexes there are of fields' orders. */
  readonly sorted?: SortedFields | undefined;
};

/** Lowers the expressions of one statement; formulas and extents they need are joined to it once. */
export class Lowering {
  readonly schema: Schema;
  readonly layout: Layout;
  readonly context: ViewContext;
  /** `cross join lateral …` of formula fields, in the order in which they need each other. */
  readonly formulas: Sql[] = [];
  readonly populations: Populations;
  readonly kept: Expression | undefined;
  readonly sorted: SortedFields | undefined;
  /** In the condition itself, which decides what the view is, the view is all records. */
  #isCondition = false;
  readonly #formulaCells = new Map<string, CellSql | undefined>();
  #letters: LetterMap | undefined;
  #names = 0;

  constructor(parts: LoweringParts, populations: Populations = makePopulations()) {
    this.schema = parts.schema;
    this.layout = parts.layout;
    this.context = parts.context;
    this.kept = parts.kept;
    this.sorted = parts.sorted;
    this.populations = populations;
  }

  type(node: Expression): ValueType {
    return typeOf(node, this.schema);
  }

  /** The condition of the query; null counts as false. */
  condition(node: Expression): Sql {
    this.#isCondition = true;
    const test = this.test(node);
    this.#isCondition = false;
    return test;
  }

  /** A condition; null counts as false. */
  test(node: Expression): Sql {
    if (isConstant(node)) return param(compileTest(node, this.#scope())(noRecord), 'boolean');
    switch (node.type) {
      case 'and':
      case 'or': {
        const items = node.items.map((item) => this.test(item));
        return sql`(${joinSql(items, node.type === 'and' ? ' and ' : ' or ')})`;
      }
      case 'not':
        return sql`(${this.test(node.item)} is not true)`;
      case 'compare':
        return lowerCompare(this, node);
      case 'between':
        return lowerBetween(this, node);
      case 'in':
        return lowerIn(this, node);
      case 'contains':
        return lowerContains(this, node);
      case 'isEmpty':
        return isPredicate(node.value) ? sql`false` : sql`(${this.#presence(node.value)} is null)`;
      case 'arithmetic':
      case 'boolean':
      case 'call':
      case 'date':
      case 'duration':
      case 'empty':
      case 'field':
      case 'negate':
      case 'number':
      case 'option':
      case 'record':
      case 'text':
        return this.boolean(node);
    }
  }

  /** True, false, or null where empty. */
  boolean(node: Expression): Sql {
    if (isPredicate(node)) return sql`(${this.test(node)} is true)`;
    if (isConstant(node))
      return param(compileValue(node, this.#scope())(noRecord) as boolean | null, 'boolean');
    if (node.type === 'field') return this.cell(node.field)?.value ?? sql`null::boolean`;
    return this.#choose(node, (each) => this.boolean(each));
  }

  /** float8: a number, a date in milliseconds, or the weight of an option; null where empty. */
  number(node: Expression): Sql {
    if (node.type === 'empty') return sql`null::float8`;
    if (isConstant(node)) return numberParam(compileNumber(node, this.#scope())(noRecord));
    if (node.type === 'negate') return sql`(- ${this.operand(node.value)})`;
    if (node.type === 'arithmetic') return this.#arithmetic(node);
    const type = this.type(node);
    if (type.kind === 'reference')
      return type.options ? this.weight(this.text(node), type.options) : sql`null::float8`;
    if (node.type === 'field') return this.cell(node.field)?.value ?? sql`null::float8`;
    if (node.type === 'call' && node.name !== 'if' && node.name !== 'coalesce')
      return lowerCallNumber(this, node);
    return this.#choose(node, (each) => this.number(each));
  }

  /** A number within the range of formulas. */
  operand(node: Expression): Sql {
    const number = this.number(node);
    return node.type === 'arithmetic' || node.type === 'negate' ? number : tame(number);
  }

  /** A text, an option's key or a record's id; null where empty. */
  text(node: Expression): Sql {
    if (isConstant(node)) return param(compileValue(node, this.#scope())(noRecord) as string | null, 'text');
    if (node.type === 'field') return this.cell(node.field)?.value ?? sql`null::text`;
    if (node.type === 'call' && (node.name === 'concat' || node.name === 'lower'))
      return lowerCallText(this, node);
    return this.#choose(node, (each) => this.text(each));
  }

  /** text[]; null where empty. */
  set(node: Expression): Sql {
    if (node.type === 'field') return this.cell(node.field)?.value ?? sql`null::text[]`;
    return this.#choose(node, (each) => this.set(each));
  }

  /** First or last day in milliseconds; null where empty. */
  rangeEnd(node: Expression, end: 'start' | 'end'): Sql {
    if (node.type !== 'field') return this.#choose(node, (each) => this.rangeEnd(each, end));
    const cell = this.cell(node.field);
    return (end === 'start' ? cell?.value : cell?.end) ?? sql`null::float8`;
  }

  /** Place in the list of options, those that are none of them behind all; null where empty. */
  rank(key: Sql, options: Field): Sql {
    const keys = optionsOf(options).map((option) => option.key);
    const behind = constant(keys.length + 1);
    return this.bind(
      key,
      (value) =>
        sql`(case when ${value} is not null then coalesce(array_position(${param(keys, 'text[]')}, ${value})::float8, ${behind}) end)`,
    );
  }

  weight(key: Sql, options: Field): Sql {
    const weighted = optionsOf(options).filter((option) => option.weight !== undefined);
    const keys = param(
      weighted.map((option) => option.key),
      'text[]',
    );
    const weights = param(
      weighted.map((option) => option.weight as number),
      'float8[]',
    );
    return sql`(${weights})[array_position(${keys}, ${key})]`;
  }

  /** Lower case; where it is known what will be looked for, of the letters that matter for it. */
  lower(text: Sql, wanted?: string): Sql {
    this.#letters ??= makeLetterMap();
    const { from, to } = wanted === undefined ? this.#letters : narrowLetterMap(this.#letters, wanted);
    return from === '' ? text : sql`translate(${text}, ${param(from, 'text')}, ${param(to, 'text')})`;
  }

  /** Names a value that the body uses several times, so that it is computed once. */
  bind(value: Sql, body: (value: Sql) => Sql): Sql {
    if (value.pieces.length <= 5) return body(value);
    const alias = name(`v${this.#names++}`);
    return sql`(select ${body(sql`${alias}.value`)} from (select ${value} as value offset 0) as ${alias})`;
  }

  /** The CTE that holds the `least` and `greatest` of an expression over a population. */
  extent(node: Expression, among: Among): Sql {
    return this.#population('extents', { node, among }, (values) => {
      return sql`select min(x.value) as least, max(x.value) as greatest from ${values}`;
    });
  }

  /** The CTE that holds how many `n` there are of an expression and, in order, their `negatives`. */
  ranks(node: Expression, among: Among): Sql {
    return this.#population('ranks', { node, among }, (values) => {
      const negatives = sql`array_agg(-x.value order by -x.value) filter (where x.value is not null)`;
      return sql`select count(x.value)::float8 as n, ${negatives} as negatives from ${values}`;
    });
  }

  #population(
    kind: 'extents' | 'ranks',
    { node, among }: { readonly node: Expression; readonly among: Among },
    select: (values: Sql) => Sql,
  ): Sql {
    const { queries, numbers, [kind]: known } = this.populations;
    const { schema, layout, context, sorted } = this;
    const kept = this.#isCondition ? undefined : this.kept;
    const number = numbers.get(node) ?? numbers.size;
    numbers.set(node, number);
    const isOfView = among === 'view' && kept !== undefined;
    const key = `${number} ${isOfView} ${kept !== undefined && dependsOnView(node, schema)}`;
    const found = known.get(key);
    if (found) return found;
    const inner = new Lowering({ schema, layout, context, kept, sorted }, this.populations);
    const test = isOfView ? [inner.condition(kept)] : [];
    const value = inner.operand(node);
    const values = sql`(select ${value} as value from ${inner.source()} where ${joinSql([this.layout.base, ...test], ' and ')}) as x`;
    const alias = name(`e${queries.length}`);
    queries.push(sql`${alias} as materialized (${select(values)})`);
    known.set(key, alias);
    return alias;
  }

  /** The table with the formulas and extents that the expressions lowered so far need. */
  source(): Sql {
    const extents = [...this.populations.extents.values()].map((alias) => sql`cross join ${alias}`);
    return joinSql([this.layout.from, ...extents, ...this.formulas], ' ');
  }

  /** The value of a checked expression without fields, computed now. */
  constantText(node: Expression): string | null | undefined {
    return isConstant(node) ? (compileValue(node, this.#scope())(noRecord) as string | null) : undefined;
  }

  constantNumber(node: Expression): number | undefined {
    return isConstant(node) ? compileNumber(node, this.#scope())(noRecord) : undefined;
  }

  cell(id: string): CellSql | undefined {
    const field = this.schema.field(id);
    if (field === undefined || this.schema.formulaProblems.has(id)) return undefined;
    const formula = this.schema.formula(id);
    if (formula === undefined) return this.layout.cell(field);
    const value = this.sorted?.keysOf(id)?.[0]?.value;
    if (value !== undefined) return { value };
    const key = this.#isCondition && dependsOnView(formula, this.schema) ? `${id} in the condition` : id;
    if (!this.#formulaCells.has(key)) this.#formulaCells.set(key, this.#joinFormula(formula));
    return this.#formulaCells.get(key);
  }

  /** Formulas become columns of their own, so that a chain of them stays as short as it was written. */
  #joinFormula(formula: Expression): CellSql {
    const { kind } = this.type(formula);
    const value = this.value(formula);
    const end = kind === 'range' ? this.rangeEnd(formula, 'end') : undefined;
    // Named last: a formula stands behind those it reads.
    const alias = name(`f${this.formulas.length}`);
    const columns = end === undefined ? sql`${value} as value` : sql`${value} as value, ${end} as "end"`;
    this.formulas.push(sql`cross join lateral (select ${columns} offset 0) as ${alias}`);
    const cell = { value: sql`${alias}.value` };
    return end === undefined ? cell : { ...cell, end: sql`${alias}."end"` };
  }

  /** Of any kind; a range is its first day. */
  value(node: Expression): Sql {
    const { kind } = this.type(node);
    return kind === 'range' ? this.rangeEnd(node, 'start') : this.#valueOf(node, kind);
  }

  #valueOf(node: Expression, kind: ValueType['kind']): Sql {
    if (kind === 'text' || kind === 'reference') return this.text(node);
    if (kind === 'boolean') return this.boolean(node);
    return kind === 'set' ? this.set(node) : this.number(node);
  }

  #presence(node: Expression): Sql {
    const { kind } = this.type(node);
    if (node.type === 'field') return this.cell(node.field)?.value ?? sql`null`;
    return kind === 'range' ? this.rangeEnd(node, 'start') : this.#valueOf(node, kind);
  }

  #arithmetic(node: Node<'arithmetic'>): Sql {
    if (node.right.type === 'duration') return shiftSql(this.number(node.left), node);
    const [left, right] = [this.operand(node.left), this.operand(node.right)];
    switch (node.operator) {
      case '+':
        return tame(sql`(${left} + ${right})`);
      case '-':
        return tame(sql`(${left} - ${right})`);
      case '*':
        return tame(sql`(${left} * ${right})`);
      case '/':
        return tame(sql`(${left} / nullif(${right}, 0))`);
    }
  }

  /** `if` and `coalesce`, of any kind; null for what has no value. */
  #choose(node: Expression, lower: (node: Expression) => Sql): Sql {
    if (node.type !== 'call') return sql`null`;
    const [first, second, third] = node.arguments;
    if (node.name === 'coalesce') return sql`coalesce(${joinSql(node.arguments.map(lower), ', ')})`;
    if (node.name !== 'if' || !first || !second) return sql`null`;
    return sql`(case when ${this.test(first)} then ${lower(second)} ${third ? sql`else ${lower(third)} ` : sql``}end)`;
  }

  #scope(): Scope {
    const extent = (): never => unreachable(undefined as never);
    return { schema: this.schema, context: this.context, extent };
  }
}

const noRecord = (): null => null;

/** True where no record is needed. Sets and ranges have no parameters, so they never count. */
function isConstant(node: Expression): boolean {
  if (node.type === 'field' || isMeasure(node)) return false;
  return childrenOf(node).every(isConstant);
}

function numberParam(value: number): Sql {
  return param(Number.isNaN(value) ? null : value, 'float8');
}
