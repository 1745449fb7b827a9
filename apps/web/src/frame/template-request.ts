import { makeRequest } from './make-request.ts';

export interface TemplateAsked {
  /** `view`: a new view, empty or from a template; `space`: anything that a space can be set up with. */
  readonly wanted: 'view' | 'space';
  readonly space: { readonly id: string; readonly key: string };
}

export const templateRequest = makeRequest<TemplateAsked>();
