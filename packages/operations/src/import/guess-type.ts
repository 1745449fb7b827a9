/** The type of a field for a column that has none, by what its cells hold. */
import { parseNumberText, type Option } from '@throughline/model';
import { textOf } from './cell-values.ts';
import type { SourceCell } from './import-source.ts';
import { guessDateOrder, parseSourceDate } from './parse-date.ts';

const MOST_OPTIONS = 20;
const LONGEST_OPTION = 60;
const LONGEST_LABEL = 200;
const YES_NO = /^(true|false|yes|no|y|n|ja|nein|oui|non)$/i;
const WEB = /^https?:\/\/\S+$/i;

export function guessType(samples: readonly SourceCell[]): string {
  if (samples.some(Array.isArray)) return guessListType(samples);
  if (samples.every((value) => typeof value === 'boolean')) return 'checkbox';
  if (samples.every((value) => typeof value === 'number')) return 'number';
  const texts = samples.map((value) => textOf(value).trim());
  if (samples.some((value) => typeof value === 'object')) return 'text';
  if (texts.every((text) => YES_NO.test(text))) return 'checkbox';
  if (texts.every(isNumber)) return 'number';
  if (texts.every((text) => WEB.test(text))) return 'link';
  return guessDateType(texts) ?? (isSelect(texts) ? 'select' : 'text');
}

function guessListType(samples: readonly SourceCell[]): string {
  const items = samples.flatMap((value) =>
    Array.isArray(value) ? (value as readonly SourceCell[]) : [value],
  );
  const isShort = items.every(
    (item) => typeof item === 'string' && item.length <= LONGEST_LABEL && !/\n/.test(item),
  );
  return isShort ? 'labels' : 'text';
}

/** Leading zeros and long digits are names, not amounts. */
function isNumber(text: string): boolean {
  return (
    /^[-+]?[\d.,\s'%€$£]+(e[-+]?\d+)?$/i.test(text) &&
    !/^[-+]?0\d/.test(text) &&
    text.replace(/\D/g, '').length <= 15 &&
    parseNumberText(text).ok
  );
}

function guessDateType(texts: readonly string[]): string | null {
  // Bare digits may be a moment, but more often they are a number.
  if (texts.some((text) => /^\d+$/.test(text))) return null;
  const order = guessDateOrder(texts);
  const dates = texts.map((text) => parseSourceDate(text, { order }));
  const known = dates.filter((date) => date !== null);
  // A few impossible dates do not make a column of dates a column of text.
  if (known.length === 0 || known.length < texts.length * 0.9) return null;
  return known.some((date) => date.hasTime) ? 'timestamp' : 'date';
}

function isSelect(texts: readonly string[]): boolean {
  const distinct = new Set(texts);
  if (
    distinct.size > MOST_OPTIONS ||
    texts.some((text) => text.length > LONGEST_OPTION || /[\n;]/.test(text))
  )
    return false;
  return distinct.size <= texts.length / 2 || (texts.length < 10 && distinct.size < texts.length);
}

const CATEGORIES: readonly (readonly [RegExp, NonNullable<Option['category']>])[] = [
  [/won.?t|declin|reject|cancel|duplicat|invalid|abandon|obsolete|not planned|dropped/i, 'closed'],
  [/\bdone\b|closed|resolved|shipped|released|complete|fixed|live|deliver|implemented/i, 'done'],
  [/progress|doing|review|test|patch|started|active|reopen|develop|building|now\b/i, 'active'],
  [/plan|next|to ?do|selected|schedul|ready|accepted|approved|later/i, 'planned'],
];

/** Where a status of that name stands in a workflow. */
export function guessCategory(name: string): NonNullable<Option['category']> {
  return CATEGORIES.find(([pattern]) => pattern.test(name))?.[1] ?? 'backlog';
}
