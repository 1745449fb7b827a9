import { makeRequest } from './make-request.ts';

export interface MoveReasonAsked {
  /** The records whose date moved. */
  readonly ids: readonly string[];
  /** The act that moved it. */
  readonly cause: string;
}

export const moveReasonRequest = makeRequest<MoveReasonAsked>();
