/** A stored view may outlive its fields: what no longer holds is named, and can be left out. */
import type { Expression, ViewQuery } from './ast.ts';
import { checkExpression } from './expression/check.ts';
import { nameType, isGroupable, isSortable, type ValueType } from './value-type.ts';
import type { QueryProblem } from './parse-query.ts';
import type { Schema } from './schema.ts';

/** The query without the parts that do not fit the fields, and what those parts were. */
export type CheckedQuery = { readonly query: ViewQuery; readonly problems: readonly QueryProblem[] };

export function checkQuery(query: ViewQuery, schema: Schema): CheckedQuery {
  const problems: QueryProblem[] = [];
  const refuse = (code: string, path: string, message: string): false => {
    problems.push({ code, path, message });
    return false;
  };
  const fits = (node: Expression, path: string, allows: (type: ValueType) => boolean): boolean => {
    const checked = checkExpression(node, schema);
    if (!checked.ok) {
      const [first] = checked.error;
      return refuse(first?.code ?? 'wrong_kind', path, first?.message ?? '');
    }
    const { type } = checked.value;
    return allows(type) || refuse('wrong_kind', path, `${nameType(type)} does not fit here.`);
  };
  const { where, columns } = query;
  const kept =
    where === undefined ? undefined : keepConditions(where, (node, path) => fits(node, path, isBoolean));
  const { where: _dropped, ...rest } = query;
  return {
    query: {
      ...rest,
      ...(kept === undefined ? {} : { where: kept }),
      order: query.order.filter(({ by }, index) => fits(by, `order.${index}`, isSortable)),
      group: query.group.filter(({ by }, index) => fits(by, `group.${index}`, isGroupable)),
      aggregates: query.aggregates.filter(
        ({ of }, index) => of === undefined || fits(of, `aggregates.${index}`, () => true),
      ),
      columns: columns.filter(
        (id, index) =>
          schema.field(id) !== undefined ||
          refuse('unknown_field', `columns.${index}`, `There is no field ${id}.`),
      ),
    },
    problems,
  };
}

function isBoolean(type: ValueType): boolean {
  return type.kind === 'boolean';
}

/** Of conditions joined by `and`, those that hold remain; any other is kept or dropped as a whole. */
function keepConditions(
  where: Expression,
  fits: (node: Expression, path: string) => boolean,
): Expression | undefined {
  if (where.type !== 'and') return fits(where, 'where') ? where : undefined;
  const items = where.items.filter((item, index) => fits(item, `where.${index}`));
  if (items.length === where.items.length) return where;
  return items.length > 1 ? { type: 'and', items } : items[0];
}
