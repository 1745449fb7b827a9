import { makeRequest } from './make-request.ts';

/** Asks for the view shown as a picture, a document or slides. */
export const exportRequest = makeRequest<true>();
