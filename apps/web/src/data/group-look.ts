/** How a group of records is called and coloured, by the field it is grouped by. */
import { millisecondsToDay, type Cell, type Field } from '@throughline/model';
import { formatDay } from '@throughline/ui';
import { locale, t } from '../messages/t.ts';
import type { Titles } from './titles.ts';

export interface GroupLook {
  readonly label: string;
  readonly color?: string | undefined;
  readonly emoji?: string | undefined;
}

export function groupLook(field: Field | undefined, key: Cell | undefined, titles: Titles): GroupLook {
  if (key === null || key === undefined) return { label: t('data.noValue', { name: field?.name ?? '' }) };
  if (typeof key === 'boolean') return { label: key ? t('field.yes') : t('field.no') };
  if (typeof key === 'number') return { label: isDate(field) ? dayText(key) : key.toLocaleString(locale) };
  if (typeof key !== 'string') return { label: JSON.stringify(key) };
  const option = field?.config.options?.find((candidate) => candidate.key === key);
  if (option) return { label: option.name, color: option.color ?? 'gray', emoji: option.emoji };
  return { label: titles.titleOf(key) ?? key };
}

function isDate(field: Field | undefined): boolean {
  return field?.type === 'date' || field?.type === 'timestamp' || field?.config.result === 'date';
}

function dayText(milliseconds: number): string {
  const day = millisecondsToDay(milliseconds);
  return formatDay(day, locale, day);
}
