import { must, type IdSource } from '@throughline/base';
import type { Change, Entity, Model } from '@throughline/model';
import { recordTable, type Database, type Queryable, type RecordTable } from '@throughline/db';
import { makeDocumentFormat, type DocumentFormat } from '@throughline/document';
import type { Outcome } from './execute.ts';
import { runTogether, type Step } from './run-steps.ts';
import { makeGatherer, type Gatherer } from './gather-writes.ts';
import { loadWorkspaceState, STATE_ENTITIES, type WorkspaceState } from './access/workspace-state.ts';

/** What operations run with. One for a process; tests bring their own clock and ids. */
export type Runtime = {
  readonly database: Database;
  readonly model: Model;
  readonly ids: IdSource;
  readonly states: WorkspaceStates;
  /** How an entity's records lie in the database. */
  readonly tableOf: (entity: Entity) => RecordTable;
  /** Plain writes on their way, by workspace. */
  readonly writes: Gatherer<Step, Outcome>;
  /** The document schema, made when it is first needed: it takes a moment. */
  readonly documents: () => DocumentFormat;
  /** From so many records of a kind in a space on, browsers are not sent all of them. */
  readonly windowFrom: number;
  /** Told after commit, so that whoever waits for changes need not poll. */
  readonly onCommit: (workspace: string, changes: readonly Change[]) => void;
};

export type RuntimeOptions = Omit<
  Runtime,
  'states' | 'tableOf' | 'writes' | 'documents' | 'onCommit' | 'windowFrom'
> &
  Partial<Pick<Runtime, 'onCommit' | 'windowFrom'>>;

const WINDOW_FROM = 250_000;

export function makeRuntime(options: RuntimeOptions): Runtime {
  const { model } = options;
  const states = makeWorkspaceStates(model);
  const tables = new Map(model.entities.map((entity) => [entity, recordTable(model, entity)]));
  const runtime: Runtime = {
    windowFrom: WINDOW_FROM,
    ...options,
    states,
    tableOf: (entity) => must(tables.get(entity)),
    writes: makeGatherer((steps) => runTogether(runtime, steps)),
    documents: makeLazy(makeDocumentFormat),
    onCommit: (workspace, changes) => {
      states.note(workspace, changes);
      options.onCommit?.(workspace, changes);
    },
  };
  return runtime;
}

function makeLazy<T>(make: () => T): () => T {
  let value: T | undefined;
  return () => (value ??= make());
}

export type WorkspaceStates = {
  readonly get: (db: Queryable, workspace: string) => Promise<WorkspaceState | null>;
  /** Forgets a state that the changes have made stale. */
  readonly note: (workspace: string, changes: readonly Pick<Change, 'entity'>[]) => void;
};

export function makeWorkspaceStates(model: Model): WorkspaceStates {
  const known = new Map<string, WorkspaceState>();
  const versions = new Map<string, number>();
  return {
    get: async (db, workspace) => {
      const cached = known.get(workspace);
      if (cached) return cached;
      const version = versions.get(workspace) ?? 0;
      const state = await loadWorkspaceState(db, model, workspace);
      if (state && (versions.get(workspace) ?? 0) === version) known.set(workspace, state);
      return state;
    },
    note: (workspace, changes) => {
      if (!changes.some((change) => STATE_ENTITIES.has(change.entity))) return;
      known.delete(workspace);
      versions.set(workspace, (versions.get(workspace) ?? 0) + 1);
    },
  };
}
