/** Which fields a chart can divide records by and sum up, and what it shows before anybody chose. */
import type { Field } from '@throughline/model';
import {
  isGroupable,
  parseMatrixSettings,
  type ChartMeasure,
  type ChartSettings,
  type Schema,
} from '@throughline/view';
import { matrixFields, NO_FIELD, numericFields, optionFields } from './matrix-fields.ts';

const unfit = ['title', 'key', 'rank', 'sources', 'mergedInto'];

/** What records can be divided by. */
export function dimensionFields(schema: Schema): readonly Field[] {
  return schema.fields.filter(
    (field) =>
      isGroupable(schema.typeOfField(field)) &&
      !unfit.includes(field.id) &&
      !['data', 'document', 'long-text', 'link'].includes(field.type),
  );
}

export function dateFields(schema: Schema): readonly Field[] {
  return schema.fields.filter((field) => schema.typeOfField(field).kind === 'date');
}

export interface ChartFields {
  readonly by: Field;
  readonly series: Field | undefined;
  readonly measure: { readonly name: ChartMeasure['name']; readonly of: Field | undefined };
}

/** Undefined where there is nothing to divide records by. */
export function chartFields(settings: ChartSettings, schema: Schema): ChartFields | undefined {
  const { kind } = settings;
  const candidates = kind === 'line' ? dateFields(schema) : dimensionFields(schema);
  const by = candidates.find(({ id }) => id === settings.by) ?? guessDimension(candidates, kind === 'line');
  if (by === undefined) return undefined;
  const others = dimensionFields(schema).filter(({ id }) => id !== by.id);
  const named = others.find(({ id }) => id === settings.series);
  const guessed =
    kind === 'pivot' && settings.series === null
      ? optionFields(schema).find(({ id }) => id !== by.id)
      : undefined;
  const of = numericFields(schema).find(({ id }) => id === settings.measure.of);
  const { name } = settings.measure;
  return {
    by,
    series: settings.series === NO_FIELD ? undefined : (named ?? guessed),
    measure: of || name === 'count' ? { name, of } : { name: 'count', of: undefined },
  };
}

function guessDimension(fields: readonly Field[], isTime: boolean): Field | undefined {
  if (isTime) return fields.find(({ readOnly }) => readOnly !== true) ?? fields[0];
  const find = (test: (field: Field) => boolean) => fields.find(test);
  return find(({ id }) => id === 'status') ?? find(({ config }) => config.options !== undefined) ?? fields[0];
}

/** The number whose spread is shown; undefined where there is none. */
export function spreadField(settings: ChartSettings, schema: Schema): Field | undefined {
  const fields = numericFields(schema);
  const own = fields.filter(({ type }) => ['number', 'slider', 'rating', 'formula'].includes(type));
  return fields.find(({ id }) => id === settings.of) ?? own[0] ?? fields[0];
}

/** Both axes of the scatter, as the matrix would guess them. */
export function scatterFields(
  settings: ChartSettings,
  schema: Schema,
): { readonly x: Field; readonly y: Field; readonly color: Field | undefined } | undefined {
  const axis = (field: string | null) => ({ field, isReversed: false, line: null });
  const kept = { ...parseMatrixSettings(undefined), x: axis(settings.x), y: axis(settings.y) };
  const numbers = new Set(numericFields(schema).map(({ id }) => id));
  const guess = matrixFields({ ...kept, color: settings.series }, schema);
  return guess && numbers.has(guess.x.id) && numbers.has(guess.y.id) ? guess : undefined;
}
