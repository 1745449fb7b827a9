import { makeReferenceType } from './reference.ts';

export const personField = makeReferenceType('person', true, 'person');
