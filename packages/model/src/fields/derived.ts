/** Field types whose values are computed from other records or fields, and refused on writing. */
import { ok, type Json, type JsonObject } from '@throughline/base';
import { ROLLUP_AGGREGATES, type FieldConfig, type FieldType, type RollupAggregate } from '../field.ts';
import { KINDS, type Cell, type Kind } from '../kind.ts';
import { LIMITS } from '../limits.ts';
import { ROLES, type Role } from '../role.ts';
import { parseWellFormed, problem } from './parsing.ts';

const refused = (name: string) => () =>
  problem('value_derived', `A ${name} is computed, so it cannot be written.`);

function makeDerivedType(
  name: string,
  custom: boolean,
  rest: Pick<FieldType, 'kind' | 'parseConfig'> & Partial<Pick<FieldType, 'toCell'>>,
): FieldType {
  return {
    name,
    custom,
    derived: true,
    parse: refused(name),
    parseText: refused(name),
    format: (value) => (typeof value === 'object' ? JSON.stringify(value) : String(value)),
    toCell: (value: Json) => value as Cell,
    ...rest,
  };
}

function resultKind(config: { readonly result?: Kind }): Kind {
  return config.result ?? 'number';
}

/** How the number is written; plain where it does not say. */
function parseFormat({ format }: JsonObject): Pick<FieldConfig, 'format'> {
  return format === 'percent' || format === 'currency' ? { format } : {};
}

/** An expression over the record's other fields. `result` is filled in by the type check on saving. */
export const formulaField = makeDerivedType('formula', true, {
  kind: resultKind,
  parseConfig: (input) => {
    const expression = parseWellFormed(input['expression'] ?? null, LIMITS.expressionLength);
    if (!expression.ok) return expression;
    const result = KINDS.includes(input['result'] as Kind) ? { result: input['result'] as Kind } : {};
    return ok({ expression: expression.value, ...result, ...parseFormat(input) });
  },
});

/**
 * An aggregate over linked records; each record at the end of the path counts once. A date is a moment, ISO 8601, or
 * a day.
 */
export const rollupField = makeDerivedType('rollup', true, {
  kind: resultKind,
  toCell: (value, { config }) =>
    config.result === 'date' && typeof value === 'string' ? Date.parse(value) : (value as Cell),
  parseConfig: (input: JsonObject) => {
    const { path, aggregate } = input;
    if (typeof path !== 'string' || !/^[a-zA-Z_]\w*(\.[a-zA-Z_]\w*)*$/.test(path)) {
      return problem('config_path', 'A rollup follows a path such as insights.company.revenue.');
    }
    if (path.split('.').length > LIMITS.pathNames) {
      return problem('config_path', `The path of a rollup has at most ${LIMITS.pathNames} names.`);
    }
    if (!ROLLUP_AGGREGATES.includes(aggregate as RollupAggregate)) {
      return problem('config_aggregate', `A rollup takes one of ${ROLLUP_AGGREGATES.join(', ')}.`);
    }
    if (input['result'] === 'date' && aggregate !== 'min' && aggregate !== 'max')
      return problem('config_aggregate', 'Of dates a rollup takes the first (min) or the last (max).');
    const cap = parseCap(input);
    if (cap === undefined)
      return problem(
        'config_cap',
        'What one linked record adds at most is a number above 0, and not of dates or counts.',
      );
    return ok({
      path,
      aggregate: aggregate as RollupAggregate,
      ...cap,
      result: input['result'] === 'date' ? ('date' as const) : ('number' as const),
      ...parseFormat(input),
    });
  },
});

function parseCap({ cap, aggregate, result }: JsonObject): Pick<FieldConfig, 'cap'> | undefined {
  if (cap === undefined || cap === null || cap === 0) return {};
  const isCapped = typeof cap === 'number' && Number.isFinite(cap) && cap > 0;
  return isCapped && aggregate !== 'count' && result !== 'date' ? { cap } : undefined;
}

/** How many records are linked by a relation. */
export const counterField = makeDerivedType('counter', true, {
  kind: 'number',
  parseConfig: (input) =>
    typeof input['path'] === 'string' && /^[a-z][a-zA-Z]*$/.test(input['path'])
      ? ok({ path: input['path'], aggregate: 'count' as const })
      : problem('config_path', 'A counter names a relation such as insights or comments.'),
});

/** The weighted sum of votes: of those that name no field, or of a field with a budget of its own. */
export const votesField = makeDerivedType('votes', true, {
  kind: 'number',
  parseConfig: ({ budget, max, weights }) => {
    if (!isPoints(budget) || !isPoints(max))
      return problem('config_budget', `A budget is a whole number from 1 to ${MOST_POINTS}.`);
    const factors = parseWeights(weights);
    if (factors === undefined)
      return problem('config_weights', 'Weights are numbers from 0 to 100 by role, such as {"admin": 2}.');
    return ok({
      path: 'votes.weight',
      aggregate: 'sum' as const,
      ...(typeof budget === 'number' && { budget }),
      ...(typeof max === 'number' && { max }),
      ...(Object.keys(factors).length > 0 && { weights: factors }),
    });
  },
});

const MOST_POINTS = 1000;
const MOST_WEIGHT = 100;

function isPoints(value: Json | undefined): boolean {
  if (value === undefined || value === null) return true;
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MOST_POINTS;
}

function parseWeights(input: Json | undefined): FieldConfig['weights'] | undefined {
  if (input === undefined || input === null) return {};
  if (typeof input !== 'object' || Array.isArray(input)) return undefined;
  const entries = Object.entries(input);
  const isWeight = ([role, weight]: readonly [string, Json]): boolean =>
    ROLES.some((each) => each === role) && typeof weight === 'number' && weight >= 0 && weight <= MOST_WEIGHT;
  return entries.every(isWeight) ? Object.fromEntries(entries as [Role, number][]) : undefined;
}

/** How many reactions a record has. */
export const reactionsField = makeDerivedType('reactions', true, {
  kind: 'number',
  parseConfig: () => ok({ path: 'reactions', aggregate: 'count' as const }),
});
