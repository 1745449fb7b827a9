import { makeReferenceType } from './reference.ts';

/** One record of the entity that the field's `target` names, or of any (`*`). */
export const recordField = makeReferenceType('record', false);
