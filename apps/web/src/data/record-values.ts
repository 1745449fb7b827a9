/** What cells show: stored values, formulas worked out, votes with the person's own. */
import type { Field, Values } from '@throughline/model';
import {
  compileValue,
  dependsOnView,
  makeContext,
  makeViewScope,
  type Expression,
  type StoreScope,
  type ViewContext,
} from '@throughline/view';
import type { RecordSource } from './record-source.ts';
import { ownVote, pointsGiven, pointsLeft } from './votes.ts';
import type { WorkspaceData } from './workspace-data.ts';

export interface RecordValues {
  /** A cell's value as its field component reads it. */
  readonly value: (id: string, field: Field) => unknown;
  readonly stored: (id: string) => Values;
  readonly context: () => ViewContext;
  /** The condition of the view that cells are shown in: some formulas measure beside the records it keeps. */
  readonly keep: (where: Expression | undefined) => void;
}

export function makeRecordValues(data: WorkspaceData, source: RecordSource): RecordValues {
  const { hub } = data;
  const context = makeClock(data);
  const formulas = makeFormulas(source, context);
  const stored = (id: string): Values => hub.get(source.entity, id) ?? {};
  return {
    context,
    keep: formulas.keep,
    stored,
    value: (id, field) => {
      // Of a part of the records, some formulas are numbers that the server has told.
      if (field.type === 'formula' && source.schema().field(field.id)?.type === 'formula')
        return formulas.of(id, field);
      const value = stored(id)[field.id];
      if (field.type !== 'votes') return value;
      const mine = pointsGiven(ownVote(data, field, id));
      const left = pointsLeft(data, field);
      return { total: typeof value === 'number' ? value : 0, mine, ...(left !== undefined && { left }) };
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

interface Formulas {
  readonly of: FormulaOf;
  readonly keep: (where: Expression | undefined) => void;
}

/** Formulas are compiled once a change, with what they measure records by. */
function makeFormulas(source: RecordSource, context: () => ViewContext): Formulas {
  const compiled = new Map<string, (row: number) => unknown>();
  const scopes = new Map<boolean, StoreScope>();
  let where: Expression | undefined;
  let version = -1;

  function forget(): void {
    compiled.clear();
    scopes.clear();
    version = source.version();
  }
  /** Which records the view keeps is found out only for formulas that ask. */
  function scopeFor(isOfView: boolean): StoreScope {
    const known = scopes.get(isOfView);
    if (known !== undefined) return known;
    const scope = makeViewScope(source.store(), context(), isOfView ? where : undefined);
    scopes.set(isOfView, scope);
    return scope;
  }
  function compile(field: Field): (row: number) => unknown {
    const columns = source.store();
    const formula = columns.schema.formula(field.id);
    if (formula === undefined) return () => null;
    const isOfView = where !== undefined && dependsOnView(formula, columns.schema);
    const value = compileValue(formula, scopeFor(isOfView));
    return (row) => value(columns.reader(row));
  }
  return {
    keep(next) {
      where = next;
      forget();
    },
    of(id, field) {
      const columns = source.store();
      if (version !== source.version()) forget();
      const valueOf = compiled.get(field.id) ?? compile(field);
      compiled.set(field.id, valueOf);
      const row = columns.rowOf(id);
      const value = row === undefined ? null : valueOf(row);
      return field.config.result === 'date' && typeof value === 'number' ? toDay(value) : value;
    },
  };
}

function toDay(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}
