/** Formula fields of records already read: the same meaning as in SQL and in the browser. */
import type { Json } from '@throughline/base';
import type { Queryable } from '@throughline/db';
import { millisecondsToDay, type Cell, type Model, type Values } from '@throughline/model';
import {
  amongOf,
  compileValue,
  lowerMeasure,
  measuresIn,
  type Among,
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
  const measures = await readMeasures(
    db,
    parts,
    formulas.map(({ expression }) => expression),
  );
  const scope = {
    schema,
    context,
    extent: (node: Expression, among: Among) => measures[among].extents.get(node) ?? NO_EXTENT,
    ranks: (node: Expression, among: Among) => measures[among].ranks.get(node) ?? NO_RANKS,
  };
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

const NO_RANKS = new Float64Array(0);

type Measures = {
  readonly extents: Map<Expression, Extent>;
  readonly ranks: Map<Expression, Float64Array>;
};

type MeasureRow = { least?: number | null; greatest?: number | null; negatives?: readonly number[] | null };

/** What the formulas measure by, over all the records the actor may see and over those the view keeps. */
async function readMeasures(
  db: Queryable,
  parts: LoweringParts,
  formulas: readonly Expression[],
): Promise<Readonly<Record<Among, Measures>>> {
  const calls = new Set(formulas.flatMap((formula) => [...measuresIn(formula, parts.schema)]));
  const measures: Record<Among, Measures> = {
    space: { extents: new Map(), ranks: new Map() },
    view: { extents: new Map(), ranks: new Map() },
  };
  for (const call of calls) {
    const [of] = call.arguments;
    if (of === undefined) continue;
    const { text, values } = lowerMeasure(call, parts);
    const [row = {}] = (await db.query<MeasureRow>(text, values)).rows;
    const { extents, ranks } = measures[amongOf(call)];
    if (call.name === 'normalize')
      extents.set(of, { least: row.least ?? Number.NaN, greatest: row.greatest ?? Number.NaN });
    else ranks.set(of, Float64Array.from(row.negatives ?? [], (value) => 0 - value).reverse());
  }
  return measures;
}

function cellToJson(cell: Cell, kind: string): Json {
  if (kind === 'date' && typeof cell === 'number') return millisecondsToDay(cell);
  return cell as Json;
}
