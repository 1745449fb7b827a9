import { makeReferenceType } from './reference.ts';

export const teamField = makeReferenceType('team', true, 'team');
