import { makeReferenceSetType } from './reference.ts';

/** Records of an entity, linked from both sides: rows of the relation table, shown as a field. */
export const relationField: ReturnType<typeof makeReferenceSetType> = {
  ...makeReferenceSetType('relation', true),
};
