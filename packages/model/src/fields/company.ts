import { makeReferenceType } from './reference.ts';

export const companyField = makeReferenceType('company', true, 'company');
