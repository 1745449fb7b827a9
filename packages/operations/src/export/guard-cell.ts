/**
 * Spreadsheets run cells that begin like a formula. An apostrophe before such text makes them show it; the import
 * of our own exports takes it off again.
 */
import type { SourceCell } from '../import/import-source.ts';

const FORMULA = /^'*[=+\-@\t\r]/;
const GUARDED = /^'+[=+\-@\t\r]/;
const PLAIN_NUMBER = /^[-+]?\d+([.,]\d+)?(e[-+]?\d+)?$/i;

export function guardCell(text: string): string {
  return FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
}

export function unguardCell(cell: SourceCell): SourceCell {
  return typeof cell === 'string' && GUARDED.test(cell) ? cell.slice(1) : cell;
}
