import type { Expression } from '@throughline/view';
import { makeRequest } from './make-request.ts';

export interface ExplainAsked {
  readonly entity: string;
  /** The record. */
  readonly id: string;
  readonly fieldId: string;
  /** The condition of the view that the value is shown in. */
  readonly where?: Expression | undefined;
}

export const explainRequest = makeRequest<ExplainAsked>();

/** Shows where a computed value comes from, from anywhere. */
export function openExplanation(asked: ExplainAsked): void {
  explainRequest.open(asked);
}

/** Values that are made of others, and so have something to explain. */
export function isExplained(type: string): boolean {
  return type === 'formula' || type === 'rollup' || type === 'counter' || type === 'votes';
}
