/**
 * The index of a field's order, as the field is declared now: its name follows from all that it holds. A formula that
 * is changed, an option that is moved, makes another one.
 */
import { createHash } from 'node:crypto';
import { ok, type Result } from '@throughline/base';
import { quoteName, recordTable, snakeCase, type NewSortIndex, type SortFunction } from '@throughline/db';
import type { Entity, Field, Model } from '@throughline/model';
import {
  lowerSortKeys,
  makeContext,
  makeRowLayout,
  type Schema,
  type SortedKey,
  type SortKeys,
  type SortObstacle,
} from '@throughline/view';
import type { WorkspaceState } from '../access/workspace-state.ts';

export type SortDefinition = {
  readonly name: string;
  /** What queries order by: SQL over the rows as `t`. */
  readonly keys: readonly SortedKey[];
  readonly index: NewSortIndex;
};

export type DefinitionParts = {
  readonly model: Model;
  readonly state: Pick<WorkspaceState, 'id' | 'currency'>;
  readonly entity: Entity;
  readonly schema: Schema;
};

/** Another one where what an index holds is made otherwise. */
const VERSION = 1;

export function makeSortDefinition(
  parts: DefinitionParts,
  fieldId: string,
): Result<SortDefinition, SortObstacle> {
  const plain = lowerWith(parts, fieldId, 't');
  if (!plain.ok) return plain;
  const { keys, isWhole, needsFunction } = plain.value.lowered;
  const { state, entity } = parts;
  const name = `${sortPrefix(state.id)}${digest(JSON.stringify([VERSION, state.id, entity.name, fieldId, plain.value.lowered]), 16)}`;
  const functions = needsFunction ? makeFunctions(parts, fieldId, name) : [];
  const valuesOf = (alias: string, lowered: SortKeys): readonly string[] =>
    needsFunction ? functions.map((each) => callOf(each, alias)) : lowered.keys.map(({ value }) => value);
  // An index is over the table itself, which has no other name there.
  const table = snakeCase(entity.name);
  const inIndex = lowerWith(parts, fieldId, table);
  if (!inIndex.ok) return inIndex;
  return ok({
    name,
    keys: valuesOf('t', plain.value.lowered).map((value, at) => ({
      value: { pieces: [value] },
      type: keys[at]?.type ?? 'float8',
    })),
    index: {
      name,
      table: quoteName(table),
      keys: valuesOf(table, inIndex.value.lowered),
      isWhole,
      where: `workspace_id = '${state.id.replaceAll("'", "''")}' and archived_at is null`,
      functions,
    },
  });
}

/** What the names of all indexes of a workspace begin with. */
export function sortPrefix(workspace: string): string {
  return `sort_${digest(workspace, 10)}_`;
}

function digest(text: string, length: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}

type Lowered = { readonly lowered: SortKeys; readonly fields: readonly Field[] };

/** The keys over rows called `alias`, and the fields they read. */
function lowerWith(
  { model, entity, schema, state }: DefinitionParts,
  fieldId: string,
  alias: string,
): Result<Lowered, SortObstacle> {
  const read = new Map<string, Field>();
  const layout = makeRowLayout({
    table: snakeCase(entity.name),
    alias,
    columns: new Set(recordTable(model, entity).columns.map(({ field }) => field.id)),
    kindOf: model.kindOf,
    derived: (field) => void read.set(field.id, field),
    currency: state.currency,
  });
  const lowered = lowerSortKeys(fieldId, { schema, layout, context: makeContext({ now: 0 }) });
  return lowered.ok ? ok({ lowered: lowered.value, fields: [...read.values()] }) : lowered;
}

/** A function for each key. Inside it, its parameters go by its name. */
function makeFunctions(parts: DefinitionParts, fieldId: string, name: string): readonly SortFunction[] {
  const { model, entity } = parts;
  const columns = new Map(recordTable(model, entity).columns.map((column) => [column.field.id, column]));
  const named = (at: number): SortFunction | undefined => {
    const own = `${name}_k${at}`;
    const inside = lowerWith(parts, fieldId, own);
    const key = inside.ok ? inside.value.lowered.keys[at] : undefined;
    if (!inside.ok || key === undefined) return undefined;
    const used = new Map<string, string>();
    for (const field of inside.value.fields) {
      const column = columns.get(field.id);
      if (model.kindOf(field) === 'text') used.set('sort_keys', 'jsonb');
      if (column === undefined) used.set('fields', 'jsonb');
      else used.set(snakeCase(field.id), column.type);
    }
    const parameters = [...used].map(([each, type]) => ({ name: each, type }));
    return { name: own, parameters, returns: key.type, body: key.value };
  };
  const functions: SortFunction[] = [];
  for (let at = 0, next = named(at); next !== undefined; next = named(++at)) functions.push(next);
  return functions;
}

function callOf({ name, parameters }: SortFunction, alias: string): string {
  const list = parameters.map((each) => `${quoteName(alias)}.${quoteName(each.name)}`);
  return `${quoteName(name)}(${list.join(', ')})`;
}
