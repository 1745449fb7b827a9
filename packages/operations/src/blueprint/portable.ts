/** Leaves out of queries, formulas and colour rules what names a person or another record: the rest holds anywhere. */
import { isId, type Json, type JsonObject } from '@throughline/base';
import { fieldReference, toReferences, type Field, type FieldConfig } from '@throughline/model';
import {
  checkQuery,
  childrenOf,
  parseQuery,
  type Expression,
  type Schema,
  type ViewQuery,
} from '@throughline/view';

/** Undefined where the query cannot be read. What does not hold in the schema goes, too. */
export function portableQuery(query: Json, schema: Schema): JsonObject | undefined {
  const read = parseQuery(query);
  if (!read.ok) return undefined;
  const { where, order, group, aggregates, ...rest } = checkQuery(read.value, schema).query;
  const kept = where === undefined ? undefined : portableCondition(where);
  const whole: ViewQuery = {
    ...rest,
    order: order.filter(({ by }) => !namesRecord(by)),
    group: group.filter(({ by }) => !namesRecord(by)),
    aggregates: aggregates.filter(({ of }) => of === undefined || !namesRecord(of)),
    ...(kept === undefined ? {} : { where: kept }),
  };
  return JSON.parse(JSON.stringify(whole)) as JsonObject;
}

/** Undefined where it is a formula that does not hold, or that names somebody. */
export function portableConfig({ id, type, config }: Field, schema: Schema): FieldConfig | undefined {
  const { rules, result, ...rest } = config;
  const marks = rules?.filter((rule) => isFree(rule as unknown as Json)) ?? [];
  const formula = schema.formula(id);
  if (type === 'formula' && (formula === undefined || namesRecord(formula))) return undefined;
  return {
    ...rest,
    // Of a formula it follows from what it says.
    ...(result === undefined || type === 'formula' ? {} : { result }),
    ...(marks.length === 0 ? {} : { rules: marks }),
  };
}

function portableCondition(where: Expression): Expression | undefined {
  if (where.type !== 'and') return namesRecord(where) ? undefined : where;
  const items = where.items.filter((item) => !namesRecord(item));
  return items.length > 1 ? { type: 'and', items } : items[0];
}

function namesRecord(node: Expression): boolean {
  if (node.type === 'record' || (node.type === 'text' && isId(node.value))) return true;
  return childrenOf(node).some(namesRecord);
}

function isFree(json: Json): boolean {
  return JSON.stringify(toReferences(json, fieldReference)) === JSON.stringify(json);
}
