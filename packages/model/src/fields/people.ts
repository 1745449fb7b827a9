import { makeReferenceSetType } from './reference.ts';

export const peopleField = makeReferenceSetType('people', true, 'person');
