/** One change of a record as people would tell it. */
import type { Json } from '@throughline/base';
import { findFieldType, type Change, type Field } from '@throughline/model';
import type { Titles } from '../../data/titles.ts';
import { t } from '../../messages/area-t.ts';

const untold = new Set(['updatedAt', 'createdAt', 'createdBy', 'rank', 'key', 'handledAt', 'sources']);
const longest = 80;

export function changeWords(change: Change, fields: readonly Field[], titles: Titles): readonly string[] {
  if (change.before === null) return [t('activity.created')];
  if (change.after === null) return [t('activity.deleted')];
  if (change.name.endsWith('.merged')) return [t('activity.merged')];
  const { before, after } = change;
  if ('archivedAt' in after)
    return [after['archivedAt'] === null ? t('activity.restored') : t('activity.archived')];
  return fields
    .filter(({ id }) => id in after && !untold.has(id))
    .map((field) => {
      const [old, now] = [before[field.id] ?? null, after[field.id] ?? null];
      const { name } = field;
      if (field.type === 'document' || field.type === 'data') return t('activity.edited', { name });
      if (now === null) return t('activity.emptied', { name, old: valueText(old, field, titles) });
      if (old === null) return t('activity.set', { name, value: valueText(now, field, titles) });
      return t('activity.changed', {
        name,
        old: valueText(old, field, titles),
        value: valueText(now, field, titles),
      });
    });
}

function valueText(value: Json, field: Field, titles: Titles): string {
  if (value === null) return t('record.empty');
  const options = field.config.options;
  const optionName = (key: Json) =>
    options?.find((option) => option.key === key)?.name ?? (typeof key === 'string' ? key : '');
  const text = options
    ? Array.isArray(value)
      ? value.map(optionName).join(', ')
      : optionName(value)
    : (findFieldType(field.type)?.format(value, field, { titleOf: titles.titleOf }) ?? '');
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
