export { TextFilter as FilterInput } from './text-filter.tsx';

/** Written on the record's page, together. */
export const Editor = null;

/** Long bodies are not kept here. */
export function Cell() {
  return null;
}
