/** Records with the values that break engines: empty, tied, extreme, of every script, on leap days. */
import type { Json } from '@throughline/base';
import { fieldType, type Field, type Values } from '@throughline/model';
import fc from 'fast-check';

export const TEXTS = [
  'a',
  'A',
  'ä',
  'Item 2',
  'item 10',
  'item 02',
  'Straße',
  'STRASSE',
  'ΣΊΣΥΦΟΣ',
  'İstanbul',
  'ﬁn',
  '𐐀𐐁 Deseret',
  '𐐨𐐩 deseret',
  '🔥',
  '日本',
  '\ue000',
  'it\'s "quoted" \\ %_',
  'x'.repeat(250) + '1',
  'x'.repeat(250) + '2',
];
export const NUMBERS = [
  0, 1, -1, 2, 2.5, 0.1, 0.30000000000000004, 3, 10, 1000, -7.25, 1e15, 1e21, 1e150, 1e200, -1e308, 1e-140,
  5e-324, 1e-200, 123456789.125,
];
export const DAYS = [
  '2024-02-29',
  '2023-02-28',
  '2026-01-31',
  '2026-03-01',
  '2000-02-29',
  '0001-01-01',
  '9999-12-31',
  '1969-12-31',
];
const MOMENTS = [
  '2026-03-01T00:00:00.000Z',
  '2024-02-29T23:59:59.999Z',
  '1969-12-31T23:59:59.001Z',
  '2026-03-08T12:30:00.500Z',
];
export const PEOPLE = [
  'person_0000000000000000000000000a',
  'person_0000000000000000000000000b',
  'person_00000000000000000000000zzz',
];
export const LABELS = ['ux', 'UX', 'api', 'größe', '🔥', 'a;b'];

function arbitraryValue(field: Field): fc.Arbitrary<Json> {
  switch (field.type) {
    case 'text':
      return fc.oneof(fc.constantFrom(...TEXTS), arbitraryText());
    case 'number':
      return field.config.format === 'currency'
        ? fc.integer({ min: -1_000_000, max: 1_000_000_000 }).map((amount) => ({ amount, currency: 'EUR' }))
        : arbitraryNumber();
    case 'checkbox':
      return fc.boolean();
    case 'date':
      return arbitraryDay();
    case 'timestamp':
      return fc.oneof(fc.constantFrom(...MOMENTS), arbitraryMoment());
    case 'date-range':
      return fc.tuple(arbitraryDay(), arbitraryDay()).map(([a, b]) => ({
        start: a < b ? a : b,
        end: a < b ? b : a,
        precision: 'day',
      }));
    case 'select':
      return fc.constantFrom('later', 'next', 'now', 'none', 'gone', 'was');
    case 'multi-select':
      return fc.subarray(['later', 'next', 'now', 'none', 'gone']);
    case 'labels':
      return fc.subarray(LABELS);
    case 'person':
    case 'record':
      return fc.constantFrom(...PEOPLE);
    case 'people':
      return fc.subarray(PEOPLE);
    case 'link':
      return fc.constantFrom('https://a.example', 'https://b.example/ü').map((url) => ({ url, title: 'x' }));
    default:
      throw new Error(`No values for ${field.type}`);
  }
}

export function arbitraryText(): fc.Arbitrary<string> {
  return fc
    .string({ unit: 'binary', minLength: 1, maxLength: 8 })
    .map((text) => text.replaceAll('\0', '').trim())
    .filter((text) => text !== '');
}

export function arbitraryNumber(): fc.Arbitrary<number> {
  return fc.oneof(
    fc.constantFrom(...NUMBERS),
    fc.integer({ min: -20, max: 20 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value)),
  );
}

function arbitraryDay(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.constantFrom(...DAYS),
    arbitraryMoment().map((moment) => moment.slice(0, 10)),
  );
}

function arbitraryMoment(): fc.Arbitrary<string> {
  return fc.integer({ min: -1e12, max: 3e12 }).map((time) => new Date(time).toISOString());
}

export type GeneratedRecord = { readonly id: string; readonly values: Values };

/** Values by field id; empty ones and empty lists are left out. */
export function arbitraryValues(fields: readonly Field[]): fc.Arbitrary<Values> {
  const stored = fields.filter((field) => fieldType(field.type).derived !== true && field.type !== 'data');
  const entries = stored.map((field) => [field.id, fc.option(arbitraryValue(field), { freq: 4 })] as const);
  return fc.record(Object.fromEntries(entries)).map(dropEmpty);
}

function dropEmpty(values: { readonly [id: string]: Json }): Values {
  const kept = Object.entries(values).filter(
    ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(kept);
}

export function makeRecordId(index: number): string {
  return `thing_${index.toString(36).padStart(26, '0')}`;
}

/** In an order that is not the order of their ids. */
export function arbitraryRecords(fields: readonly Field[], most: number): fc.Arbitrary<GeneratedRecord[]> {
  return fc
    .array(arbitraryValues(fields), { maxLength: most })
    .map((all) => all.map((values, index) => ({ id: makeRecordId((index * 7) % 101), values })));
}
