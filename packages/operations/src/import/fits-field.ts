import type { Field, Model } from '@throughline/model';
import { textOf } from './cell-values.ts';
import type { SourceCell } from './import-source.ts';
import { guessDateOrder, parseSourceDate } from './parse-date.ts';

const JUDGED: ReadonlySet<string> = new Set(['number', 'rating', 'slider', 'checkbox', 'link', 'date-range']);
const LONGEST_OPTION = 60;
const MOST_OPTIONS = 50;

/** Whether at least half of a column's samples could be values of a field: a name alone may mean something else. */
export function fitsField(model: Model, field: Field, samples: readonly SourceCell[]): boolean {
  if (field.type === 'select') {
    const texts = samples.map(textOf);
    return new Set(texts).size <= MOST_OPTIONS && texts.every((text) => text.length <= LONGEST_OPTION);
  }
  const order = guessDateOrder(samples.filter((value) => typeof value === 'string'));
  const isDate = field.type === 'date' || field.type === 'timestamp';
  if (!isDate && !JUDGED.has(field.type)) return true;
  const type = model.fieldType(field.type);
  const context = { zone: 'UTC', currency: field.config.currency ?? 'EUR' };
  const fitting = samples.filter((value) => {
    if (isDate) return parseSourceDate(textOf(value), { order }) !== null;
    const parsed =
      typeof value === 'string' ? type.parseText(value, field, context) : type.parse(value, field, context);
    return parsed.ok;
  });
  return fitting.length >= samples.length / 2;
}
