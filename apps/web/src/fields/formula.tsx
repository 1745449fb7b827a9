import { t } from '../messages/t.ts';
import type { CellProps } from './field-component.ts';
import { formatMoney, formatNumber } from './number-text.ts';
import { readMoney, readNumber } from './read-value.ts';

export { NumberFilter as FilterInput } from './number-filter.tsx';

export const Editor = null;

/** A formula gives a number, a text or yes/no; no value means it could not be worked out. */
export function Cell({ value, field, lookups }: CellProps) {
  if (typeof value === 'string') return <span className="truncate">{value}</span>;
  if (typeof value === 'boolean') return <span>{value ? t('field.yes') : t('field.no')}</span>;
  const money = readMoney(value);
  const number = readNumber(value);
  return (
    <span className="figures w-full truncate text-right">
      {money && formatMoney(money.amount, money.currency, lookups.locale)}
      {number !== null && formatNumber(number, field.number, lookups.locale)}
    </span>
  );
}
