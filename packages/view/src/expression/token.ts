import type { DurationUnit } from '../ast.ts';
import type { Span } from '../problem.ts';

export type Token = Span &
  (
    | { readonly type: 'number'; readonly value: number }
    | { readonly type: 'duration'; readonly amount: number; readonly unit: DurationUnit }
    | { readonly type: 'string'; readonly value: string; readonly quote: '"' | "'" }
    /** A word; `bracketed` ones are never keywords. */
    | { readonly type: 'name'; readonly name: string; readonly bracketed: boolean }
    | { readonly type: 'symbol'; readonly symbol: string }
    | { readonly type: 'end' }
  );

export const KEYWORDS: ReadonlySet<string> = new Set([
  'and',
  'or',
  'not',
  'in',
  'is',
  'empty',
  'between',
  'contains',
  'has',
  'true',
  'false',
]);

const PLAIN_NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/** A name as written: in brackets where it would not read as one word. */
export function printName(name: string): string {
  if (PLAIN_NAME.test(name) && !KEYWORDS.has(name.toLowerCase())) return name;
  return `[${name.replaceAll(']', ']]')}]`;
}

/** A text as written, in double quotes. */
export function printText(text: string, quote: '"' | "'" = '"'): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`).replaceAll('\n', '\\n');
  return `${quote}${escaped}${quote}`;
}
