/** The points of a matrix over live rows: two values a record, those without one apart. */
import type { Field, Values } from '@throughline/model';
import type { Json } from '@throughline/base';
import { compileValue, makeStoreScope, type ViewQuery } from '@throughline/view';
import { formatMoney, formatNumber, minorUnits } from '../fields/number-text.ts';
import { toFieldLook } from '../fields/from-model.ts';
import { readText } from '../fields/read-value.ts';
import { locale } from '../messages/t.ts';
import { makeLiveRows } from './live-rows.ts';
import { isWritten, type MatrixFields } from './matrix-fields.ts';
import { makeRecordValues } from './record-values.ts';
import type { RecordSource } from './record-source.ts';
import type { WorkspaceData } from './workspace-data.ts';

/** In the view's order. Values of options are their positions; NaN is empty. */
export interface MatrixPoints {
  readonly ids: readonly string[];
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly size: Float64Array;
  readonly color: Float64Array;
}

export interface MatrixData {
  readonly plotted: MatrixPoints;
  /** Without a value on one of the axes. */
  readonly waiting: readonly string[];
}

export interface MatrixShape {
  readonly query: ViewQuery;
  readonly fields: MatrixFields;
}

/** One record, and where it is to go. */
export interface MatrixMove {
  readonly id: string;
  /** Left out: it stays as it is. */
  readonly x?: number;
  readonly y?: number;
}

export interface MatrixModel {
  readonly setShape: (shape: MatrixShape) => void;
  /** The same object until something changes. */
  readonly data: () => MatrixData;
  readonly title: (id: string) => string;
  readonly recordKey: (id: string) => string;
  /** As people read it: with its unit, or the option's name. */
  readonly format: (field: Field, value: number) => string;
  readonly mayMove: (id: string, field: Field) => boolean;
  /** Writes all as one act. */
  readonly move: (moves: readonly MatrixMove[], message: string) => void;
  readonly version: () => number;
  readonly subscribe: (listener: () => void) => () => void;
}

export function makeMatrixModel(data: WorkspaceData, source: RecordSource): MatrixModel {
  const values = makeRecordValues(data, source);
  const rows = makeLiveRows(source, values);
  const listeners = new Set<() => void>();
  const { currency } = data.replica.session().workspace;
  let fields: MatrixFields | undefined;
  let known: { readonly version: number; readonly data: MatrixData } | undefined;
  let shapes = 0;
  const version = (): number => rows.version() + shapes;

  function read(): MatrixData {
    const store = source.store();
    const scope = makeStoreScope(store, values.context());
    const ids = rows.ids();
    const column = (field: Field | undefined): Float64Array => {
      const out = new Float64Array(ids.length).fill(Number.NaN);
      if (field === undefined) return out;
      const valueOf = compileValue({ type: 'field', field: field.id }, scope);
      const places = new Map(field.config.options?.map(({ key }, at) => [key, at]));
      for (const [at, id] of ids.entries()) {
        const row = store.rowOf(id);
        const cell = row === undefined ? null : valueOf(store.reader(row));
        if (typeof cell === 'number') out[at] = cell;
        else if (typeof cell === 'string') out[at] = places.get(cell) ?? Number.NaN;
      }
      return out;
    };
    const all = {
      x: column(fields?.x),
      y: column(fields?.y),
      size: column(fields?.size),
      color: column(fields?.color),
    };
    const isPlotted = (at: number): boolean => !Number.isNaN(all.x[at]) && !Number.isNaN(all.y[at]);
    const chosen = Int32Array.from(ids.keys()).filter(isPlotted);
    const pick = (from: Float64Array): Float64Array => Float64Array.from(chosen, (at) => from[at] as number);
    return {
      plotted: {
        ids: Array.from(chosen, (at) => ids[at] as string),
        x: pick(all.x),
        y: pick(all.y),
        size: pick(all.size),
        color: pick(all.color),
      },
      waiting: ids.filter((_, at) => !isPlotted(at)),
    };
  }
  function stored(field: Field, value: number): Json {
    const { options, format } = field.config;
    if (options) return options[value]?.key ?? null;
    if (format !== 'currency') return value;
    const unit = field.config.currency ?? currency;
    return { amount: Math.round(value * minorUnits(unit)), currency: unit };
  }

  return {
    setShape: (shape) => {
      fields = shape.fields;
      shapes += 1;
      rows.setQuery({ ...shape.query, group: [], aggregates: [] });
      for (const listener of listeners) listener();
    },
    data: () => {
      if (known?.version !== version()) known = { version: version(), data: read() };
      return known.data;
    },
    title: (id) => readText(values.stored(id)['title']),
    recordKey: (id) => readText(values.stored(id)['key']),
    format: (field, value) => {
      const { options, format } = field.config;
      if (options) return options[value]?.name ?? '';
      if (format === 'currency') return formatAmount(field, value, currency);
      return formatNumber(value, toFieldLook(field, currency).number, locale);
    },
    mayMove: (id, field) =>
      isWritten(field) && data.rights.mayEditField(source.entity, values.stored(id), field),
    move: (moves, message) => {
      const { x, y } = fields ?? {};
      const writes = moves.flatMap(({ id, ...to }) => {
        const now = values.stored(id);
        const next: Values = {
          ...(x && to.x !== undefined && { [x.id]: stored(x, to.x) }),
          ...(y && to.y !== undefined && { [y.id]: stored(y, to.y) }),
        };
        const changed = Object.entries(next).filter(
          ([field, value]) => JSON.stringify(now[field] ?? null) !== JSON.stringify(value),
        );
        if (changed.length === 0) return [];
        return [{ entity: source.entity, verb: 'update' as const, id, values: Object.fromEntries(changed) }];
      });
      if (writes.length > 0) data.writer.write(writes, { message });
    },
    version,
    subscribe: (listener) => {
      listeners.add(listener);
      const stop = rows.subscribe(listener);
      return () => {
        listeners.delete(listener);
        stop();
      };
    },
  };
}

function formatAmount(field: Field, value: number, workspaceCurrency: string): string {
  const currency = field.config.currency ?? workspaceCurrency;
  return formatMoney(Math.round(value * minorUnits(currency)), currency, locale);
}
