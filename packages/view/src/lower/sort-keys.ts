/**
 * What a field is ordered by as SQL that an index can hold: without parameters, and a function of the record's own
 * row alone. An index of it is then never out of date, and a query that lowers to the same text can use it.
 */
import { fail, ok, type Result } from '@throughline/base';
import { findFieldType, type Field } from '@throughline/model';
import type { Expression } from '../ast.ts';
import { isOrderedExactly } from '../evaluate/comparison.ts';
import { holds } from '../holds.ts';
import { isTimed } from '../maintain/dependencies.ts';
import { isMeasure } from '../population.ts';
import { typeOf } from '../type-of.ts';
import { Lowering, type LoweringParts } from './lower-expression.ts';
import { sortKey } from './lower-test.ts';
import { joinSql, sql, toLiteral, type Sql } from './sql.ts';

export type SortKey = {
  /** SQL over the layout's alias. */
  readonly value: string;
  readonly type: 'text' | 'float8' | 'boolean';
};

export type SortKeys = {
  /** The most significant first. */
  readonly keys: readonly SortKey[];
  /** Records with equal keys stand by id; otherwise the rest of the order is not among the keys. */
  readonly isWhole: boolean;
  /** The keys hold what an index does not take as it is (subqueries, dates out of text) and need a function around them. */
  readonly needsFunction: boolean;
};

/** Why there can be no index of a field's order. */
export type SortObstacle = 'kind' | 'names' | 'broken' | 'time' | 'reader' | 'others' | 'linked' | 'text';

type Made = Result<SortKeys, SortObstacle>;

export function lowerSortKeys(fieldId: string, parts: LoweringParts): Made {
  const field = parts.schema.field(fieldId);
  if (field === undefined) return fail('broken');
  return field.type === 'formula' ? formulaKeys(field, parts) : storedKeys(field, parts);
}

function storedKeys(field: Field, parts: LoweringParts): Made {
  if (isElsewhere(field)) return fail('linked');
  const to = new Lowering(parts);
  const by: Expression = { type: 'field', field: field.id };
  const type = to.type(by);
  switch (type.kind) {
    case 'number':
      return whole([[to.number(by), 'float8']]);
    case 'boolean':
      return whole([[to.boolean(by), 'boolean']]);
    case 'date':
      return whole([[to.number(by), 'float8']], true);
    case 'range':
      return whole(
        [
          [to.rangeEnd(by, 'start'), 'float8'],
          [to.rangeEnd(by, 'end'), 'float8'],
        ],
        true,
      );
    case 'text': {
      const stored = sortKey(to, by);
      if (stored === undefined || isOrderedExactly(field)) return fail('kind');
      return ok({ keys: [key(collated(stored), 'text')], isWhole: false, needsFunction: false });
    }
    case 'reference': {
      if (type.options === undefined) return fail('names');
      const text = to.text(by);
      return whole([
        [to.rank(text, type.options), 'float8'],
        [collated(text), 'text'],
      ]);
    }
    case 'document':
    case 'duration':
    case 'empty':
    case 'set':
      return fail('kind');
  }
}

function formulaKeys(field: Field, parts: LoweringParts): Made {
  const { schema } = parts;
  const formula = schema.formula(field.id);
  if (formula === undefined) return fail('broken');
  const obstacle = obstacleIn(formula, parts);
  if (obstacle !== undefined) return fail(obstacle);
  const to = new Lowering(parts);
  const { kind } = typeOf(formula, schema);
  if (kind !== 'number' && kind !== 'date' && kind !== 'boolean') return fail('text');
  const value = to.value(formula);
  // A chain of formulas is joined to the record in a query; here it is joined to nothing else.
  const alone =
    to.formulas.length === 0
      ? value
      : sql`(select ${value} from ${joinSql([sql`(select 1) as "one"`, ...to.formulas], ' ')})`;
  return whole([[alone, kind === 'boolean' ? 'boolean' : 'float8']], true);
}

/** What keeps a formula from being a function of the record's own row. */
function obstacleIn(formula: Expression, { schema }: LoweringParts): SortObstacle | undefined {
  const some = (matches: (node: Expression) => boolean): boolean => holds(formula, schema, matches);
  if (isTimed(formula, schema)) return 'time';
  if (some((node) => node.type === 'call' && node.name === 'me')) return 'reader';
  if (some(isMeasure)) return 'others';
  const isLinked = (node: Expression): boolean => {
    const field = node.type === 'field' ? schema.field(node.field) : undefined;
    return field !== undefined && field.type !== 'formula' && isElsewhere(field);
  };
  return some(isLinked) ? 'linked' : undefined;
}

/** Whether its value is not in the record's row. */
function isElsewhere({ type }: Field): boolean {
  return findFieldType(type)?.derived === true || type === 'document' || type === 'relation';
}

function whole(keys: readonly (readonly [Sql, SortKey['type']])[], needsFunction = false): Made {
  return ok({ keys: keys.map(([value, type]) => key(value, type)), isWhole: true, needsFunction });
}

function key(value: Sql, type: SortKey['type']): SortKey {
  return { value: toLiteral(value), type };
}

function collated(text: Sql): Sql {
  return sql`${text} collate "C"`;
}
