/** Adoptions and versions of standards, as the rules and the previews need them. */
import { textOf, type Json } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import {
  loadRecords,
  quoteName,
  readRow,
  recordTable,
  selectColumns,
  snakeCase,
  type Queryable,
  type RecordRow,
  type StoredRecord,
} from '@throughline/db';
import { parseStandardParts, type AdoptedPart, type Model, type StandardPart } from '@throughline/model';
import type { WorkspaceState } from '../access/workspace-state.ts';
import type { Work } from '../work.ts';

export type PartReader = { readonly db: Queryable; readonly model: Model; readonly state: WorkspaceState };

export function readerOf({ tx, model, state }: Work): PartReader {
  return { db: tx, model, state };
}

/** Records of an entity whose field has a value, in the order of their ids; nothing is locked. */
export async function readWhere(
  { db, model, state }: PartReader,
  name: string,
  [field, value]: readonly [string, string],
): Promise<readonly StoredRecord[]> {
  const table = recordTable(model, model.entity(name));
  const { rows } = await db.query<RecordRow>(
    `select ${selectColumns(table)} from ${table.name} t
     where t.workspace_id = $1 and t.${quoteName(snakeCase(field))} = $2 and t.archived_at is null order by t.id`,
    [state.id, value],
  );
  return rows.map((row) => readRow(table, row));
}

export async function readByIds(
  { db, model, state }: PartReader,
  name: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredRecord>> {
  const found = await loadRecords(db, recordTable(model, model.entity(name)), state.id, { ids });
  return new Map([...found].filter(([, { values }]) => values['archivedAt'] === undefined));
}

export function adoptedParts({ values }: StoredRecord): readonly AdoptedPart[] {
  return (values['parts'] ?? []) as unknown as readonly AdoptedPart[];
}

/** The parts as they were published in a version; refuses one that there is not. */
export async function readVersionParts(
  reader: PartReader,
  standard: string,
  version: Json | undefined,
): Promise<readonly StandardPart[]> {
  const versions = await readWhere(reader, 'standard-version', ['standard', standard]);
  const found = versions.find(({ values }) => values['version'] === version);
  if (found === undefined)
    throw new Refusal('not_possible', {
      message:
        version === undefined
          ? 'The standard is not published yet.'
          : `There is no version ${textOf(version)}.`,
      fix: 'Publish it first.',
    });
  return mustParts(reader.model, found.values['parts'] ?? []);
}

export function mustParts(model: Model, json: Json): readonly StandardPart[] {
  const parsed = parseStandardParts(model, json);
  if (parsed.ok) return parsed.value;
  const { code, path, message } = parsed.error;
  throw new Refusal('invalid_value', { message, details: { field: 'parts', code, path } });
}

/** By part, the id of the field that stands for it. */
export function fieldsOfParts(parts: readonly AdoptedPart[]): ReadonlyMap<string, string> {
  return new Map(parts.flatMap(({ part, field }) => (field === undefined ? [] : [[part, field] as const])));
}

/** Ids of the fields whose options a space may not add to, for what would add some by itself. */
export async function closedFields(reader: PartReader, space: string): Promise<ReadonlySet<string>> {
  const adoptions = await readWhere(reader, 'adoption', ['space', space]);
  const standards = await readByIds(
    reader,
    'standard',
    adoptions.map(({ values }) => textOf(values['standard'])),
  );
  const kept = adoptions.filter(({ values }) => standards.has(textOf(values['standard'])));
  return new Set(
    kept
      .flatMap(adoptedParts)
      .flatMap(({ field, freedom, record }) => (freedom === 'fixed' && record !== null ? (field ?? []) : [])),
  );
}
