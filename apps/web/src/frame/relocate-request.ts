import { makeRequest } from './make-request.ts';

export interface RelocateAsked {
  readonly ids: readonly string[];
  readonly act: 'move' | 'copy';
}

export const relocateRequest = makeRequest<RelocateAsked>();

/** Opens the dialog that takes ideas, or copies of them, to a space. */
export function openRelocate(asked: RelocateAsked): void {
  relocateRequest.open(asked);
}
