/** What cells show: stored values, formulas worked out, votes with the person's own. */
import { must } from '@throughline/base';
import type { Field, Values } from '@throughline/model';
import { compileValue, makeContext, type Expression, type Extent, type ViewContext } from '@throughline/view';
import type { RecordSource } from './record-source.ts';
import type { WorkspaceData } from './workspace-data.ts';

export interface RecordValues {
  /** A cell's value as its field component reads it. */
  readonly value: (id: string, field: Field) => unknown;
  readonly stored: (id: string) => Values;
  readonly context: () => ViewContext;
}

export function makeRecordValues(data: WorkspaceData, source: RecordSource): RecordValues {
  const { replica, hub } = data;
  const context = makeClock(data);
  const formulas = makeFormulas(source, context);
  const stored = (id: string): Values => hub.get(source.entity, id) ?? {};
  return {
    context,
    stored,
    value: (id, field) => {
      if (field.type === 'formula') return formulas(id, field);
      const value = stored(id)[field.id];
      if (field.type !== 'votes') return value;
      const me = replica.session().person.id;
      const own = hub.related('vote', 'record', id).find(({ values }) => values['person'] === me);
      const mine = own === undefined ? 0 : Number(own.values['weight'] ?? 1);
      return { total: typeof value === 'number' ? value : 0, mine };
    },
  };
}

/** The time views are asked at, in the workspace's zone: made anew each minute. */
function makeClock({ replica, now: readNow }: WorkspaceData): () => ViewContext {
  let minute = -1;
  let context: ViewContext | undefined;
  return () => {
    const now = readNow();
    const current = Math.floor(now / 60_000);
    const { workspace, person } = replica.session();
    if (context === undefined || current !== minute) {
      context = makeContext({ now, zone: workspace.zone, me: person.id });
      minute = current;
    }
    return context;
  };
}

type FormulaOf = (id: string, field: Field) => unknown;

/** Formulas are compiled once a store; extents, for normalised ones, are found once a change. */
function makeFormulas(source: RecordSource, context: () => ViewContext): FormulaOf {
  let compiled = new Map<string, (id: string) => unknown>();
  let extents = new Map<Expression, Extent>();
  let version = -1;
  let store: unknown;

  function extentOf(node: Expression): Extent {
    const known = extents.get(node);
    if (known !== undefined) return known;
    const columns = source.store();
    const value = compileValue(node, { schema: columns.schema, context: context(), extent: extentOf });
    let [least, greatest] = [Infinity, -Infinity];
    for (const row of columns.live()) {
      const number = value(columns.reader(row));
      if (typeof number !== 'number') continue;
      least = Math.min(least, number);
      greatest = Math.max(greatest, number);
    }
    extents.set(node, { least, greatest });
    return { least, greatest };
  }
  function compile(field: Field): (id: string) => unknown {
    const columns = source.store();
    const formula = columns.schema.formula(field.id);
    if (formula === undefined) return () => null;
    let [of, valueOf] = [-1, (_row: number): unknown => null];
    return (id) => {
      if (of !== source.version()) {
        const value = compileValue(formula, { schema: columns.schema, context: context(), extent: extentOf });
        [of, valueOf] = [source.version(), (row) => value(columns.reader(row))];
      }
      const row = columns.rowOf(id);
      return row === undefined ? null : valueOf(row);
    };
  }
  return (id, field) => {
    if (store !== source.store()) [store, compiled] = [source.store(), new Map()];
    if (version !== source.version()) [version, extents] = [source.version(), new Map()];
    if (!compiled.has(field.id)) compiled.set(field.id, compile(field));
    const value = must(compiled.get(field.id))(id);
    return field.config.result === 'date' && typeof value === 'number' ? toDay(value) : value;
  };
}

function toDay(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}
