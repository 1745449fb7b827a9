import { makeRequest } from './make-request.ts';

export interface StabilityAsked {
  /** The formula that ranks; the one the view is sorted by when left out. */
  readonly fieldId?: string;
}

/** Asks how sure the ranking of the view shown is. */
export const stabilityRequest = makeRequest<StabilityAsked>();
