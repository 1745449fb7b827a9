import { t } from '../messages/t.ts';
import type { CellProps, EditorProps, Field } from './field-component.ts';
import { InlineInput } from './inline-input.tsx';
import { formatMoney, formatNumber, minorUnits, parseNumber } from './number-text.ts';
import { readMoney, readNumber } from './read-value.ts';

export { NumberFilter as FilterInput } from './number-filter.tsx';

export function Cell({ value, field, lookups }: CellProps) {
  return (
    <span className="figures w-full truncate text-right">{printNumber(value, field, lookups.locale)}</span>
  );
}

export function Editor({ value, field, lookups, onCommit, onCancel }: EditorProps) {
  const { locale } = lookups;
  function check(text: string) {
    if (text.trim() === '' || parseNumber(text, locale) !== undefined) return undefined;
    return t('field.notANumber', { text });
  }
  return (
    <InlineInput
      label={field.name}
      initial={printNumber(value, field, locale)}
      align="end"
      inputMode="decimal"
      check={check}
      onCommit={(text) => onCommit(toStored(parseNumber(text, locale), field))}
      onCancel={onCancel}
    />
  );
}

function printNumber(value: unknown, field: Field, locale: string): string {
  const money = readMoney(value);
  if (money) return formatMoney(money.amount, money.currency, locale);
  const number = readNumber(value);
  return number === null ? '' : formatNumber(number, field.number, locale);
}

/** Money is kept in minor units. */
function toStored(number: number | undefined, field: Field): unknown {
  if (number === undefined) return null;
  const currency = field.number?.currency;
  if (field.number?.style !== 'currency' || currency === undefined) return number;
  return { amount: Math.round(number * minorUnits(currency)), currency };
}
