/** Values that rows of a preview have: an example's where there is one, else made up by the type of each field. */
import type { Json } from '@throughline/base';
import { MODEL, type Example, type Field, type Values } from '@throughline/model';
import { t } from '../../messages/area-t.ts';

interface SampleParts {
  readonly index: number;
  readonly now: number;
  readonly example: Example | undefined;
}

const dayMs = 86_400_000;
const titleKeys = [
  'templates.sample.1',
  'templates.sample.2',
  'templates.sample.3',
  'templates.sample.4',
  'templates.sample.5',
  'templates.sample.6',
  'templates.sample.7',
  'templates.sample.8',
  'templates.sample.9',
] as const;

export function sampleValues(
  fields: readonly Field[],
  { index, now, example }: SampleParts,
): { readonly id: string; readonly values: Values } {
  const made = Object.fromEntries(
    fields.flatMap((field, place) => {
      const value = makeValue(field, { index, now, place });
      return value === null ? [] : [[field.id, value] as const];
    }),
  );
  const given = Object.fromEntries(
    Object.entries(example?.values ?? {}).flatMap(([key, value]) => {
      const field = fields.find((each) => each.key === key);
      return field === undefined ? [] : [[field.id, value] as const];
    }),
  );
  const timeframe = quarterAt(now, example?.quarter ?? index % 4);
  const title = example?.title ?? t(titleKeys[index % titleKeys.length] ?? titleKeys[0]);
  return { id: `row_${index}`, values: { ...made, ...given, timeframe, title, key: `IDEA-${index + 1}` } };
}

interface ValueParts {
  readonly index: number;
  readonly now: number;
  /** Of the field among all: so that two of one type do not have the same values. */
  readonly place: number;
}

function makeValue(field: Field, { index, now, place }: ValueParts): Json {
  const { type, config, id } = field;
  const turn = index * 7 + place * 5;
  if (type === 'timestamp') return new Date(now - (index * 17 + place) * dayMs).toISOString();
  if (type === 'date') return new Date(now + index * 20 * dayMs).toISOString().slice(0, 10);
  if (type === 'checkbox') return turn % 3 === 0;
  if (config.options !== undefined && config.options.length > 0) {
    const key = config.options[(index + place) % config.options.length]?.key ?? null;
    return type === 'multi-select' ? [key] : key;
  }
  if (MODEL.kindOf(field) !== 'number' || type === 'formula' || id === 'rank') return null;
  return numberBetween(config.min ?? 0, config.max ?? (id === 'revenue' ? 90_000 : 12), turn);
}

function numberBetween(min: number, max: number, turn: number): number {
  return Math.round(min + ((max - min) * ((turn * 37) % 10) + (max - min)) / 11);
}

function quarterAt(now: number, later: number): Json {
  const date = new Date(now);
  const first = Math.floor(date.getUTCMonth() / 3) * 3 + 3 * later;
  const day = (months: number, of: number): string =>
    new Date(Date.UTC(date.getUTCFullYear(), months, of)).toISOString().slice(0, 10);
  return { start: day(first, 1), end: day(first + 3, 0), precision: 'quarter' };
}
