/** What a cell of a source says, whatever form it has. */
import { splitList } from '@throughline/model';
import type { SourceCell, SourcePerson } from './import-source.ts';

export function textOf(cell: SourceCell): string {
  if (typeof cell === 'string') return cell;
  if (Array.isArray(cell)) return (cell as readonly SourceCell[]).map(textOf).join('\n');
  if (cell !== null && typeof cell === 'object') {
    const { name } = cell as { name?: SourceCell };
    return typeof name === 'string' ? name : JSON.stringify(cell);
  }
  return cell === null ? '' : String(cell);
}

/** A list, or one text that holds one. */
export function listOf(cell: SourceCell): string[] {
  if (Array.isArray(cell)) return (cell as readonly SourceCell[]).map(textOf);
  return splitList(textOf(cell));
}

/** `Ada <ada@example.com>`, an address or a name alone; lists of them. */
export function personsOf(cell: SourceCell): SourcePerson[] {
  if (Array.isArray(cell)) return (cell as readonly SourceCell[]).flatMap(personsOf);
  if (cell !== null && typeof cell === 'object') {
    const person = cell as unknown as SourcePerson;
    return typeof person.name === 'string' ? [person] : [];
  }
  const text = textOf(cell).trim();
  if (text === '') return [];
  const named = /^(.*?)\s*<([^<>\s]+@[^<>\s]+)>$/.exec(text);
  if (named) return [{ name: (named[1] || named[2] || '').trim(), email: named[2] ?? '' }];
  return [/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(text) ? { name: text, email: text } : { name: text }];
}

/** NUL and halves of surrogate pairs cannot be stored; U+FFFD is what a decoder left of bytes it could not read. */
export function cleanCell(cell: SourceCell, note: (code: string) => void): SourceCell {
  if (typeof cell !== 'string')
    return Array.isArray(cell) ? (cell as readonly SourceCell[]).map((item) => cleanCell(item, note)) : cell;
  if (cell.includes('\ufffd')) note('wrong_encoding');
  const clean = wellFormed(cell);
  if (clean.length < cell.length) note('character_removed');
  return clean;
}

export function wellFormed(text: string): string {
  return text.replace(/[\0\ud800-\udfff]/gu, '');
}
