import type { NumberStyle } from './field-component.ts';

const formats = new Map<string, Intl.NumberFormat>();

/** Making an Intl format costs a hundred times what using it costs, and a list shows thousands of numbers. */
function formatIn(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${options.style ?? ''} ${options.currency ?? ''} ${options.minimumFractionDigits ?? ''} ${options.maximumFractionDigits ?? ''} ${options.notation ?? ''}`;
  const kept = formats.get(key);
  if (kept) return kept;
  const made = new Intl.NumberFormat(locale, options);
  formats.set(key, made);
  return made;
}

/** Of a percent field 1 is 1 %. */
export function formatNumber(value: number, style: NumberStyle | undefined, locale: string): string {
  const decimals = style?.decimals;
  const digits = decimals === undefined ? { maximumFractionDigits: 2 } : fixedDigits(decimals);
  if (style?.style === 'percent')
    return formatIn(locale, { style: 'percent', ...digits }).format(value / 100);
  if (style?.style === 'currency' && style.currency !== undefined) {
    const cents = decimals === undefined && Number.isInteger(value) ? fixedDigits(0) : digits;
    return formatIn(locale, { style: 'currency', currency: style.currency, ...cents }).format(value);
  }
  return formatIn(locale, digits).format(value);
}

function fixedDigits(decimals: number): Intl.NumberFormatOptions {
  return { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
}

/** `amount` counts the currency's smallest unit. Whole amounts are written without decimals. */
export function formatMoney(amount: number, currency: string, locale: string): string {
  const value = amount / minorUnits(currency);
  const digits = Number.isInteger(value) ? fixedDigits(0) : {};
  return formatIn(locale, { style: 'currency', currency, ...digits }).format(value);
}

/** How many of the smallest unit make one: 100 cents, 1 yen, 1000 fils. */
export function minorUnits(currency: string): number {
  const { maximumFractionDigits = 2 } = formatIn('en', { style: 'currency', currency }).resolvedOptions();
  return 10 ** maximumFractionDigits;
}

/**
 * Reads a number as people type it: `1,250.5`, `1.250,5` (by the locale's marks), `12 %`, `€ 40`, `3k`, `1.5M`.
 * Undefined for what is no number. A percent sign says nothing: of a percent field 12 is 12 %.
 */
export function parseNumber(text: string, locale: string): number | undefined {
  const { decimal } = marksOf(locale);
  const match = /^(-?[\d.,'\s]*\d[\d.,'\s]*?)\s*([kKmM%]?)$/.exec(
    text.trim().replaceAll(/[^\d.,'\-\skKmM%]/g, ''),
  );
  if (match === null) return undefined;
  const [whole = '', fraction, ...rest] = (match[1] ?? '').split(decimal);
  if (rest.length > 0) return undefined;
  const digits =
    whole.replaceAll(/[^\d-]/g, '') + (fraction === undefined ? '' : `.${fraction.replaceAll(/\D/g, '')}`);
  const value = Number(digits) * (factors[(match[2] ?? '').toLowerCase()] ?? 1);
  return Number.isFinite(value) ? value : undefined;
}

const factors: Readonly<Record<string, number>> = { k: 1000, m: 1_000_000 };

function marksOf(locale: string): { readonly decimal: string } {
  const parts = formatIn(locale, {}).formatToParts(1.5);
  return { decimal: parts.find((part) => part.type === 'decimal')?.value ?? '.' };
}
