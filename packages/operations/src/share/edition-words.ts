/** What an audience version says differently: names of fields and options, titles, dates. */
import type { Json, JsonObject } from '@throughline/base';
import {
  RANGE_PRECISIONS,
  snapRange,
  type DateRange,
  type Field,
  type RangePrecision,
  type Values,
} from '@throughline/model';

export type EditionWords = {
  /** Names by field key. */
  readonly fields: Readonly<Record<string, string>>;
  /** Names by field key and option key. */
  readonly options: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Key of the field that holds titles for others; null for the title itself. */
  readonly titleFrom: string | null;
  readonly dates: RangePrecision;
  readonly condition: string;
};

export const plainWords: EditionWords = {
  fields: {},
  options: {},
  titleFrom: null,
  dates: 'day',
  condition: '',
};

/** Tolerant of the wording's form: what cannot be read is said as everywhere. */
export function readWords(values: Values): EditionWords {
  const wording = readObject(values['wording']);
  const options = Object.entries(readObject(wording['options']));
  return {
    fields: readNames(wording['fields']),
    options: Object.fromEntries(options.map(([key, names]) => [key, readNames(names)])),
    titleFrom: typeof values['titleFrom'] === 'string' ? values['titleFrom'] : null,
    dates: RANGE_PRECISIONS.find((each) => each === values['dates']) ?? 'day',
    condition: typeof values['condition'] === 'string' ? values['condition'].trim() : '',
  };
}

function readObject(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

function readNames(value: Json | undefined): Readonly<Record<string, string>> {
  const named = Object.entries(readObject(value)).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1].trim() !== '',
  );
  return Object.fromEntries(named);
}

/** The field as the audience knows it. Of its configuration only what drawing a value needs goes out. */
export function wordField(
  field: Field,
  words: EditionWords,
): Pick<Field, 'id' | 'key' | 'name' | 'type' | 'config'> {
  const names = words.options[field.key] ?? {};
  const { options, path: _path, expression: _expression, ...config } = field.config;
  const named = options?.map(({ key, name, color, emoji, category }) => ({
    key,
    name: names[key] ?? name,
    ...(color === undefined ? {} : { color }),
    ...(emoji === undefined ? {} : { emoji }),
    ...(category === undefined ? {} : { category }),
  }));
  return {
    id: field.id,
    key: field.key,
    name: words.fields[field.key] ?? field.name,
    type: isCoarse(field, words) ? 'date-range' : field.type,
    config: isCoarse(field, words) ? {} : { ...config, ...(named ? { options: named } : {}) },
  };
}

const INSTANTS: ReadonlySet<string> = new Set(['date', 'timestamp']);

/** Days and moments are told as the month or quarter they lie in. */
function isCoarse({ type, config }: Field, { dates }: EditionWords): boolean {
  return dates !== 'day' && (INSTANTS.has(type) || config.result === 'date');
}

export function wordValue(field: Field, value: Json, words: EditionWords): Json {
  const { dates } = words;
  if (dates === 'day') return value;
  if (isCoarse(field, words) && typeof value === 'string') {
    const day = value.slice(0, 10);
    return snapRange({ start: day, end: day, precision: dates });
  }
  if (field.type !== 'date-range') return value;
  const range = value as DateRange;
  const isCoarser = RANGE_PRECISIONS.indexOf(range.precision) > RANGE_PRECISIONS.indexOf(dates);
  return isCoarser ? value : snapRange({ start: range.start, end: range.end, precision: dates });
}
