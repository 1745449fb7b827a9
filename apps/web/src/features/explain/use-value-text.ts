import type { Field } from '@throughline/model';
import type { Explanation } from '@throughline/view';
import { useTitles } from '../../data/data-context.ts';
import { useSession } from '../../data/use-session.ts';
import { toFieldLook } from '../../fields/from-model.ts';
import { formatNumber } from '../../fields/number-text.ts';
import { locale, t } from '../../messages/area-t.ts';

type ValueText = (part: Pick<Explanation, 'value' | 'type'>, field?: Field) => string;

/** A value in words: numbers as their field writes them, options and records by name. */
export function useValueText(): ValueText {
  const titles = useTitles();
  const { currency } = useSession().workspace;
  return ({ value, type }, field) => {
    const name = (key: string): string =>
      type.options?.config.options?.find((option) => option.key === key)?.name ?? titles.titleOf(key) ?? key;
    if (typeof value === 'boolean') return value ? t('field.yes') : t('field.no');
    if (typeof value === 'number')
      return type.kind === 'date'
        ? new Date(value).toLocaleDateString(locale, { dateStyle: 'medium', timeZone: 'UTC' })
        : formatNumber(value, field && toFieldLook(field, currency).number, locale);
    if (typeof value === 'string') return name(value);
    if (Array.isArray(value)) return (value as readonly string[]).map(name).join(', ');
    if (value === null) return '';
    const { start, end } = value as { readonly start: number; readonly end: number };
    const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
    return day.formatRange(start, end);
  };
}
