/** Values of a published page as text, and its records in groups. */
import type { Json, JsonObject } from '@throughline/base';
import type { Field, Model } from '@throughline/model';
import type { PublishedPage, PublishedView } from '@throughline/operations';

export type PageGroup = { readonly name: string; readonly items: readonly JsonObject[] };

export type Column = PublishedView['columns'][number];

export function cellText(
  model: Model,
  titles: PublishedPage['titles'],
  { column, value }: { readonly column: Column; readonly value: Json | undefined },
): string {
  if (value === undefined || value === null) return '';
  const field: Field = column;
  return model.fieldType(field.type).format(value, field, { titleOf: (id) => titles[id] });
}

/** In the order of the options, then as they come, without a group last. One group where the view has none. */
export function pageGroups(view: PublishedView, titles: PublishedPage['titles']): readonly PageGroup[] {
  const by = view.columns.find(({ id }) => id === view.groupBy);
  if (by === undefined) return [{ name: '', items: view.items }];
  const options = by.config.options ?? [];
  const keys = new Set(view.items.flatMap((item) => keysOf(item[by.id])));
  const known = options.map(({ key }) => key);
  const others = [...keys].filter((key) => key !== '' && !known.includes(key));
  const nameOf = (key: string): string =>
    options.find((option) => option.key === key)?.name ?? titles[key] ?? (key === '' ? '–' : key);
  return [...known, ...others, ...(keys.has('') ? [''] : [])]
    .map((key) => ({
      name: nameOf(key),
      items: view.items.filter((item) => keysOf(item[by.id]).includes(key)),
    }))
    .filter(({ items }) => items.length > 0);
}

function keysOf(value: Json | undefined): readonly string[] {
  if (Array.isArray(value) && value.length > 0)
    return (value as readonly Json[]).filter((key) => typeof key === 'string');
  if (typeof value === 'string') return [value];
  return typeof value === 'number' || typeof value === 'boolean' ? [String(value)] : [''];
}
