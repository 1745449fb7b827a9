/** Formula fields of records already read: the same meaning as in SQL and in the browser. */
import type { Json } from '@throughline/base';
import type { Queryable } from '@throughline/db';
import { millisecondsToDay, type Cell, type Model, type Values } from '@throughline/model';
import {
  childrenOf,
  compileValue,
  lowerGroups,
  makeQuery,
  type Expression,
  type Extent,
  type LoweringParts,
} from '@throughline/view';

export type FormulaReader = (values: Values) => Values;

/** Makes a function from a record's values to those of its formula fields; empty ones are left out. */
export async function makeFormulaReader(
  db: Queryable,
  model: Model,
  parts: LoweringParts,
): Promise<FormulaReader> {
  const { schema, context } = parts;
  const formulas = schema.fields.flatMap((field) => {
    const expression = schema.formula(field.id);
    return expression === undefined ? [] : [{ field, expression }];
  });
  const extents = await readExtents(
    db,
    parts,
    formulas.map(({ expression }) => expression),
  );
  const scope = { schema, context, extent: (node: Expression) => extents.get(node) ?? NO_EXTENT };
  const compiled = formulas.map(({ field, expression }) => ({
    id: field.id,
    kind: model.kindOf(field),
    valueOf: compileValue(expression, scope),
  }));
  return (values) => {
    const reader = (id: string): Cell => {
      const field = schema.field(id);
      const value = values[id] ?? null;
      return field === undefined || value === null ? null : model.fieldType(field.type).toCell(value, field);
    };
    const results = compiled.map(({ id, kind, valueOf }) => [id, cellToJson(valueOf(reader), kind)] as const);
    return Object.fromEntries(results.filter(([, value]) => value !== null));
  };
}

const NO_EXTENT: Extent = { least: Number.NaN, greatest: Number.NaN };

/** Least and greatest of what the formulas normalise, over all the records the actor may see. */
async function readExtents(
  db: Queryable,
  parts: LoweringParts,
  formulas: readonly Expression[],
): Promise<ReadonlyMap<Expression, Extent>> {
  const wanted = formulas.flatMap((formula) => normalised(formula));
  const extents = new Map<Expression, Extent>();
  for (const of of wanted) {
    const query = makeQuery(parts.schema.entity, {
      aggregates: [
        { name: 'min', of },
        { name: 'max', of },
      ],
    });
    const { text, values } = lowerGroups(query, parts);
    const { rows } = await db.query<{ a0: number | null; a1: number | null }>(text, values);
    extents.set(of, { least: rows[0]?.a0 ?? Number.NaN, greatest: rows[0]?.a1 ?? Number.NaN });
  }
  return extents;
}

function normalised(node: Expression): Expression[] {
  const inner = childrenOf(node).flatMap(normalised);
  const [argument] = node.type === 'call' && node.name === 'normalize' ? node.arguments : [];
  return argument ? [argument, ...inner] : inner;
}

function cellToJson(cell: Cell, kind: string): Json {
  if (kind === 'date' && typeof cell === 'number') return millisecondsToDay(cell);
  return cell as Json;
}
