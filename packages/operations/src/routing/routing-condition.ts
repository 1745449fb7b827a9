/** The conditions of routing rules: what may stand in one, and whether it holds for feedback that comes in. */
import { Refusal } from '@throughline/contract';
import { routingFields, type Cell, type Values } from '@throughline/model';
import {
  compileTest,
  holds,
  isMeasure,
  makeContext,
  makeSchema,
  parseConditionText,
  type Expression,
  type Extent,
  type Schema,
} from '@throughline/view';
import type { Work } from '../work.ts';

/** What a rule may ask: what stands in the feedback itself, without names of other records. */
function routingSchema({ model, state }: Work, space: string): Schema {
  const fields = routingFields(state.fieldsIn('feedback', space));
  return makeSchema({ entity: 'feedback', fields, fieldType: model.findFieldType });
}

/** Refuses what does not type-check, pointing at the characters, and what compares records with each other. */
export function checkCondition(work: Work, condition: string, space: string): void {
  const schema = routingSchema(work, space);
  const parsed = parseConditionText(condition, schema);
  if (!parsed.ok)
    throw new Refusal('invalid_expression', {
      message: parsed.error[0]?.message ?? 'The condition cannot be read.',
      ...(parsed.error[0]?.hint ? { fix: parsed.error[0].hint } : {}),
      details: {
        field: 'condition',
        problems: parsed.error.map(({ code, message, start, end }) => ({ code, message, start, end })),
      },
    });
  if (holds(parsed.value, schema, isMeasure))
    throw new Refusal('invalid_value', {
      message: 'A rule cannot compare feedback with other feedback.',
      why: 'It is asked before the feedback is among them.',
      details: { field: 'condition', code: 'measures' },
    });
}

/** Tells of a condition whether it holds for the values; one that can no longer be read holds for none. */
export function makeConditionTest(work: Work, values: Values): (condition: string) => boolean {
  const schema = routingSchema(work, values['space'] as string);
  const { state, model } = work;
  const scope = {
    schema,
    context: makeContext({ now: Date.parse(work.now), zone: state.zone, me: work.actor.person }),
    extent: (_node: Expression): Extent => ({ least: Number.NaN, greatest: Number.NaN }),
  };
  const reader = (id: string): Cell => {
    const field = schema.field(id);
    const value = values[id] ?? null;
    return field === undefined || value === null ? null : model.fieldType(field.type).toCell(value, field);
  };
  return (condition) => {
    const parsed = parseConditionText(condition, schema);
    return parsed.ok && compileTest(parsed.value, scope)(reader);
  };
}
