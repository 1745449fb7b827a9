import type { Field, Values } from '@throughline/model';
import { parseQuery } from '@throughline/view';

/** Documents and raw data are never part of a shared view. */
const keptBack = new Set(['document', 'data', 'long-text', 'reactions']);

/** What may be shown by a link, the title first. */
export function shareableFields(fields: readonly Field[]): readonly Field[] {
  const shareable = fields.filter(({ type, key }) => !keptBack.has(type) && key !== 'space');
  return shareable.toSorted((a, b) => Number(b.key === 'title') - Number(a.key === 'title'));
}

/** The columns of the view, as keys, the title first. */
export function shownColumns(view: Values | undefined, fields: readonly Field[]): readonly string[] {
  const query = parseQuery(view?.['query'] ?? null);
  const ids = query.ok
    ? [
        'title',
        ...query.value.columns,
        ...query.value.group.flatMap(({ by }) => (by.type === 'field' ? [by.field] : [])),
      ]
    : ['title'];
  return [...new Set(ids)].flatMap((id) => fields.find((field) => field.id === id)?.key ?? []);
}
