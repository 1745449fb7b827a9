import { makeRequest } from '../../frame/make-request.ts';

export const shareRequest = makeRequest<string>();

/** Shows the secret links of a view, and makes new ones. */
export function openShareDialog(viewId: string): void {
  shareRequest.open(viewId);
}
