import { makeRequest } from './make-request.ts';

export interface CaptureAsked {
  /** Key of the space it starts with. */
  readonly space?: string | undefined;
}

export const captureRequest = makeRequest<CaptureAsked>();

/** Opens the capture of feedback, from anywhere. */
export function openCapture(asked: CaptureAsked = {}): void {
  captureRequest.open(asked);
}
