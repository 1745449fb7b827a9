import { makeRequest } from '../frame/make-request.ts';

/** Files that somebody dropped on any page, for the import page to begin with. */
export const droppedFiles = makeRequest<readonly File[]>();
