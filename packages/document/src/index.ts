export { documentExtensions } from './extensions.ts';
export { makeDocumentFormat, type DocumentFormat } from './markdown.ts';
export {
  applyMarkdown,
  FRAGMENT,
  markdownOfState,
  mergeUpdates,
  stateFromMarkdown,
  type Edit,
} from './state.ts';
