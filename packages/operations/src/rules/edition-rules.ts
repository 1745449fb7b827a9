import { Refusal } from '@throughline/contract';
import type { Values } from '@throughline/model';
import { parseConditionText, type Schema } from '@throughline/view';
import { readerSchema } from '../reads/view-parts.ts';
import { mustKeepAudience, withRoadmap } from '../roadmap/follow-roadmap.ts';
import type { Work } from '../work.ts';
import { creationRank } from './creation-rank.ts';
import type { EntityRules } from './rules.ts';

export const editionRules: EntityRules = {
  prepare: async (work, values) => {
    checkFields(work, values);
    checkCondition(work, values);
    const rank = creationRank(Date.parse(work.now), work.changes.length);
    return withRoadmap(work, { dates: 'day', rank, ...values });
  },
  prepareUpdate: async (work, record, values) => {
    mustKeepAudience(record, values);
    checkFields(work, values);
    checkCondition(work, values);
    return values;
  },
};

function checkFields(work: Work, values: Values): void {
  const { fields } = schemaOf(work);
  const columns = (values['columns'] ?? []) as readonly string[];
  const named = typeof values['titleFrom'] === 'string' ? [...columns, values['titleFrom']] : columns;
  const unknown = named.find((key) => !fields.some((field) => field.key === key));
  if (unknown === undefined) return;
  throw new Refusal('invalid_value', {
    message: `There is no field “${unknown.slice(0, 60)}”.`,
    details: { field: 'columns', code: 'unknown_field' },
  });
}

function checkCondition(work: Work, values: Values): void {
  const condition = values['condition'];
  if (typeof condition !== 'string' || condition.trim() === '') return;
  const parsed = parseConditionText(condition, schemaOf(work));
  if (parsed.ok) return;
  const [problem] = parsed.error;
  throw new Refusal('invalid_expression', {
    message: `The condition cannot be read: ${problem?.message ?? 'it is no condition'}`,
    why: `At character ${(problem?.start ?? 0) + 1}.`,
    details: {
      field: 'condition',
      problems: parsed.error.map(({ message, start, end }) => ({ message, start, end })),
    },
  });
}

/** Fields of spaces that the actor does not see are none to him, in refusals and their hints, too. */
function schemaOf({ model, state, actor, entity }: Work): Schema {
  return readerSchema(model, { state, actor, entity: entity('idea') });
}
