import type { Field } from '@throughline/model';
import { OptionBadge } from '@throughline/ui';
import { locale, t } from '../../messages/area-t.ts';
import type { PreviewRow } from './preview-model.ts';

export interface PreviewCellProps {
  readonly field: Field;
  readonly row: PreviewRow;
}

const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
const days = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
const dayMs = 86_400_000;

/** A value as a list writes it, without what only a record can tell. */
export function PreviewCell({ field, row }: PreviewCellProps) {
  const value = row.valueOf(field.id);
  if (value === null) return <span className="text-faint">–</span>;
  const option = field.config.options?.find(({ key }) => key === value);
  if (option !== undefined) return <OptionBadge {...option} look="dot" />;
  if (typeof value === 'boolean') return value ? '✓' : '–';
  if (typeof value === 'number') return <span className="figures">{numberText(field, value)}</span>;
  if (typeof value === 'object' && 'start' in value) return rangeText(value.start, value.end);
  return <span className="truncate">{typeof value === 'string' ? value : t('templates.several')}</span>;
}

function numberText({ type, config }: Field, value: number): string {
  if (type === 'timestamp' || type === 'date') return days.format(value);
  return config.format === 'percent' ? `${numbers.format(value)} %` : numbers.format(value);
}

/** `2026 Q3`, or the days. */
function rangeText(start: number, end: number): string {
  const date = new Date(start);
  const isQuarter = date.getUTCDate() === 1 && end - start > 85 * dayMs && end - start < 95 * dayMs;
  if (isQuarter) return `${date.getUTCFullYear()} Q${Math.floor(date.getUTCMonth() / 3) + 1}`;
  return `${days.format(start)} – ${days.format(end)}`;
}
