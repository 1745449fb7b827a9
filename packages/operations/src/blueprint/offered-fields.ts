import type { Field } from '@throughline/model';
import { makePathIndex, makeSchema, type Schema } from '@throughline/view';
import type { Work } from '../work.ts';

/** The fields of an entity that the space offers, as it has them. */
export function offeredFields(work: Work, entity: string, space: string): readonly Field[] {
  return work.state
    .fieldsIn(entity, space)
    .filter(({ id, hidden }) => hidden !== true && work.state.isOffered(id, space));
}

export function offeredSchema(work: Work, entity: string, space: string): Schema {
  return makeSchema({
    entity,
    fields: offeredFields(work, entity, space),
    fieldType: work.model.findFieldType,
    paths: makePathIndex(work.model, entity, work.state.fieldsOf),
  });
}
