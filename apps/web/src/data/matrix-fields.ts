/** Which fields can stand along an axis, size a bubble or colour it, and which of them say most at first. */
import { MODEL, type Field, type FieldConfig } from '@throughline/model';
import type { MatrixSettings, Schema } from '@throughline/view';

/** In settings: nobody wants a field there. */
export const NO_FIELD = 'none';

export interface MatrixFields {
  readonly x: Field;
  readonly y: Field;
  readonly size: Field | undefined;
  readonly color: Field | undefined;
}

/** Numbers of any origin. */
export function numericFields(schema: Schema): readonly Field[] {
  return schema.fields.filter((field) => schema.typeOfField(field).kind === 'number' && field.id !== 'rank');
}

/** Numbers, and choices in the order of their options. */
export function axisFields(schema: Schema): readonly Field[] {
  return [...numericFields(schema), ...optionFields(schema)];
}

export function optionFields(schema: Schema): readonly Field[] {
  return schema.fields.filter(({ type, config }) => type === 'select' && (config.options?.length ?? 0) > 0);
}

const costly = /effort|cost|size|complexity|estimate|points|duration|days|aufwand/i;
/** What says most about worth comes first. */
const worths = [
  /impact|nutzen/i,
  /value|wert|benefit/i,
  /score|^w?r?ice$|wsjf|priority/i,
  /reach|revenue|opportunity/i,
  /confidence/i,
];
const own = ['number', 'slider', 'rating', 'formula'];

export function readsAsCost({ key, name }: Field): boolean {
  return costly.test(key) || costly.test(name);
}

export function readsAsWorth({ key, name }: Field): boolean {
  return worths.some((test) => test.test(key) || test.test(name));
}

/** The fields that settings name, and a good guess where they name none; undefined where two axes cannot be had. */
export function matrixFields(settings: MatrixSettings, schema: Schema): MatrixFields | undefined {
  const candidates = axisFields(schema);
  const named = (id: string | null): Field | undefined => candidates.find((field) => field.id === id);
  const [x, y] = guessAxes(candidates, named(settings.x.field), named(settings.y.field));
  if (x === undefined || y === undefined) return undefined;
  const color =
    settings.color === null
      ? (optionFields(schema).find(({ id }) => id === 'status') ?? optionFields(schema)[0])
      : optionFields(schema).find(({ id }) => id === settings.color);
  return { x, y, size: numericFields(schema).find(({ id }) => id === settings.size), color };
}

function guessAxes(
  fields: readonly Field[],
  x: Field | undefined,
  y: Field | undefined,
): readonly [Field | undefined, Field | undefined] {
  const custom = fields.filter(({ type, readOnly }) => own.includes(type) && readOnly !== true);
  const builtIn = ['insightCount', 'votes'].flatMap((id) => fields.find((field) => field.id === id) ?? []);
  const worth = worths.flatMap((test) =>
    custom.filter((field) => (test.test(field.key) || test.test(field.name)) && !readsAsCost(field)),
  );
  const rest = [...custom, ...builtIn.toReversed(), ...fields];
  const chosenY =
    y ?? [...worth, ...custom.filter((field) => !readsAsCost(field)), ...rest].find(({ id }) => id !== x?.id);
  const chosenX = x ?? [...custom.filter(readsAsCost), ...rest].find(({ id }) => id !== chosenY?.id);
  return [chosenX, chosenY];
}

/** What people write into it, not what is worked out. */
export function isWritten(field: Field): boolean {
  return field.readOnly !== true && MODEL.findFieldType(field.type)?.derived !== true;
}

export interface ScaleOf {
  readonly least?: number | undefined;
  readonly greatest?: number | undefined;
  readonly step?: number | undefined;
}

/** The bounds and the step that a field has by itself. */
export function scaleOf({ type, config }: Field): ScaleOf {
  if (type === 'rating') return { least: 1, greatest: config.max ?? 5, step: 1 };
  if (type === 'slider')
    return { least: config.min ?? 0, greatest: config.max ?? 100, step: config.step ?? 1 };
  if (type === 'votes' || type === 'counter' || type === 'reactions') return { least: 0, step: 1 };
  return boundsOf(config);
}

function boundsOf({ min, max }: FieldConfig): ScaleOf {
  return { least: min, greatest: max };
}
