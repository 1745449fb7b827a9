import { makeRequest } from './make-request.ts';

/** The space that is to be kept as a template. */
export interface SaveTemplateAsked {
  readonly id: string;
  readonly name: string;
}

export const saveTemplateRequest = makeRequest<SaveTemplateAsked>();
