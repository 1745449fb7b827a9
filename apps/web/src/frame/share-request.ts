import { makeRequest } from './make-request.ts';

export const shareRequest = makeRequest<string>();

/** Shows the published pages of a view or an audience version, by its id, and makes new ones. */
export function openShare(id: string): void {
  shareRequest.open(id);
}
