/** Writes some hundred prepared records in one transaction: what is new, what differs, and what hangs on them. */
import { isEqualJson, must, type Json, type JsonObject } from '@throughline/base';
import type { StoredRecord } from '@throughline/db';
import type { Entity, Values } from '@throughline/model';
import { placeOf } from '../access/authorise.ts';
import { writeDocument } from '../document/write-document.ts';
import { nextKeys } from '../rules/next-key.ts';
import { rulesOf } from '../rules/rules.ts';
import type { Work } from '../work.ts';
import { creationRank } from '../rules/creation-rank.ts';
import { textOf } from './cell-values.ts';
import { loadExisting } from './load-existing.ts';
import type { Entry, ImportCounts, Place } from './import-report.ts';
import type { PreparedRecord } from './prepare-record.ts';
import {
  findIdentities,
  indexIdentities,
  type MadeReference,
  type ReferenceIndex,
} from './reference-index.ts';
import { splitValues } from '../records/split-values.ts';
import { writeConnections } from '../records/write-connections.ts';
import { resolveWanted } from './resolve-wanted.ts';
import { writeComments } from './write-comments.ts';

export type BatchTarget = {
  readonly entity: Entity;
  /** Where new records go; null for what belongs to the workspace. */
  readonly space: string | null;
  /** Of feedback that does not say how it came. */
  readonly channel: string;
  readonly references: ReferenceIndex;
  /** Finds out the same and writes nothing. */
  readonly isDry: boolean;
};

export type BatchOutcome = {
  readonly counts: ImportCounts;
  readonly also: { readonly comments: number; readonly contacts: number; readonly companies: number };
  readonly made: readonly MadeReference[];
  readonly dropped: readonly BatchDrop[];
};

/** `cells` above one where a whole record is left out. */
export type BatchDrop = { readonly place: Place; readonly entry: Entry; readonly cells: number };

type Decided = {
  readonly record: PreparedRecord;
  readonly existing: StoredRecord | undefined;
  readonly verdict: 'create' | 'compare' | 'unchanged' | 'rejected';
  readonly code?: string;
};

export async function writeBatch(
  work: Work,
  target: BatchTarget,
  records: readonly PreparedRecord[],
): Promise<BatchOutcome> {
  const decided = await decide(work, target, records);
  const open = decided.filter(({ verdict }) => verdict === 'create' || verdict === 'compare');
  const resolved = await resolveWanted(
    work,
    target,
    open.map(({ record }) => record),
  );
  const valuesOf = (record: PreparedRecord): Values => ({ ...record.values, ...resolved.values.get(record) });
  const created = await createAll(
    work,
    target,
    open
      .filter(({ verdict }) => verdict === 'create')
      .map(({ record }) => ({ record, values: valuesOf(record) })),
  );
  const compared = open.filter(({ verdict }) => verdict === 'compare');
  const touched = new Set<PreparedRecord>();
  const texts = await readTexts(work, compared);
  for (const { record, existing } of compared) {
    const comparing = { record, existing: must(existing), values: valuesOf(record), texts };
    if (await updateOne(work, target, comparing)) touched.add(record);
  }
  const owners = new Map([
    ...created,
    ...compared.map(({ record, existing }) => [record, must(existing)] as const),
  ]);
  const comments = await writeComments(work, target, owners);
  for (const record of comments.changedOwners)
    if (compared.some((each) => each.record === record)) touched.add(record);
  return {
    counts: {
      created: created.length,
      updated: touched.size,
      unchanged:
        decided.filter(({ verdict }) => verdict === 'unchanged').length + compared.length - touched.size,
      rejected: decided.filter(({ verdict }) => verdict === 'rejected').length,
    },
    also: {
      comments: comments.count,
      contacts: resolved.made.filter(({ entity }) => entity === 'contact').length,
      companies: resolved.made.filter(({ entity }) => entity === 'company').length,
    },
    made: resolved.made,
    dropped: [...resolved.dropped, ...rejections(target, decided)],
  };
}

function rejections({ entity }: BatchTarget, decided: readonly Decided[]): BatchDrop[] {
  return decided
    .filter(({ verdict }) => verdict === 'rejected')
    .map(({ record, code = 'rejected' }) => ({
      place: record.place,
      entry: { column: '', value: textOf(record.values[entity.titleField] ?? null), code },
      cells: record.cells,
    }));
}

async function decide(
  work: Work,
  { entity }: BatchTarget,
  records: readonly PreparedRecord[],
): Promise<Decided[]> {
  const primary = records.map((record) => must(record.identities[0]));
  const known = await findIdentities(
    work,
    entity.name,
    primary.map(({ system, id }) => ({ system, external: id })),
  );
  const idOf = (record: PreparedRecord, index: number): string | undefined => {
    const { system, id } = must(primary[index]);
    return record.ownId ?? known.get(`${system} ${id}`);
  };
  const ids = records.flatMap((record, index) => {
    const { system, id } = must(primary[index]);
    return [record.ownId, known.get(`${system} ${id}`)].filter((each) => each !== undefined);
  });
  const existing = await loadExisting(work, entity, ids);
  return records.map((record, index) => {
    const own = existing.get(idOf(record, index) ?? '');
    const { system, id } = must(primary[index]);
    const found = own ?? existing.get(known.get(`${system} ${id}`) ?? '');
    if (found === undefined) {
      const missing = missingField(work, entity, record.values, record);
      return missing === undefined
        ? { record, existing: found, verdict: 'create' }
        : { record, existing: found, verdict: 'rejected', code: missing };
    }
    if (!work.may(entity, 'update', found))
      return { record, existing: found, verdict: 'rejected', code: 'not_allowed' };
    return { record, existing: found, verdict: hasHash(found, record.hash) ? 'unchanged' : 'compare' };
  });
}

/** A code where a record lacks what it cannot be without. */
function missingField(
  work: Work,
  entity: Entity,
  values: Values,
  { wanted }: PreparedRecord,
): string | undefined {
  const missing = work
    .fieldsOf(entity)
    .filter((field) => field.required === true && field.id !== 'space' && !field.hidden)
    .find((field) => (values[field.id] ?? null) === null && !wanted.some((each) => each.field === field.id));
  return missing === undefined ? undefined : `${missing.key}_missing`;
}

function hasHash({ values }: StoredRecord, hash: string): boolean {
  return sourcesOf(values).some((source) => source['hash'] === hash);
}

function sourcesOf(values: Values): readonly JsonObject[] {
  const sources = values['sources'];
  return Array.isArray(sources) ? (sources as readonly JsonObject[]) : [];
}

type Filled = { readonly record: PreparedRecord; readonly values: Values };

async function createAll(
  work: Work,
  target: BatchTarget,
  filled: readonly Filled[],
): Promise<(readonly [PreparedRecord, StoredRecord])[]> {
  if (filled.length === 0) return [];
  const { entity, isDry } = target;
  if (isDry) return filled.map(({ record, values }) => [record, { id: '', values }] as const);
  const prepared = await prepareNew(work, target, filled);
  const split = prepared.map((values) => splitValues(work, entity, values));
  const stored = await work.insert(
    entity,
    split.map(({ stored: values }, index) => {
      const { createdAt } = must(filled[index]).values;
      return { values, ...(typeof createdAt === 'string' ? { occurredAt: createdAt } : {}) };
    }),
  );
  for (const [index, { connections }] of split.entries())
    await writeConnections(work, { entity, record: must(stored[index]), connections });
  const pairs = stored.map((made, index) => [must(filled[index]).record, made] as const);
  await insertDocuments(work, entity, pairs);
  await nameRecords(work, entity, pairs);
  return pairs;
}

/** Defaults as the entity's rules give them, for many at once where keys are counted. */
async function prepareNew(work: Work, target: BatchTarget, filled: readonly Filled[]): Promise<Values[]> {
  const { entity, space } = target;
  const placed = filled.map(({ record, values }) => ({
    ...values,
    ...(space === null ? {} : { space }),
    ...(entity.fields.some((field) => field.id === 'sources') ? { sources: toSources(record) } : {}),
  }));
  if (!entity.hasKey || space === null) {
    const { prepare } = rulesOf(entity);
    const prepared: Values[] = [];
    for (const values of placed) prepared.push(prepare ? await prepare(work, values) : values);
    return prepared;
  }
  const keys = await nextKeys(work, space, placed.length);
  const now = Date.parse(work.now);
  return placed.map((values, index) => ({
    ...defaultsOf(work, target, values),
    ...(entity.fields.some((field) => field.id === 'rank') ? { rank: creationRank(now, index) } : {}),
    ...values,
    key: must(keys[index]),
  }));
}

function defaultsOf(work: Work, { entity, channel, space }: BatchTarget, values: Values): Values {
  if (entity.name === 'feedback') {
    return { state: 'new', channel, receivedAt: values['createdAt'] ?? work.now };
  }
  const fields = space === null ? work.fieldsOf(entity) : work.state.fieldsIn(entity.name, space);
  const status = fields.find((field) => field.id === 'status');
  const first = status?.config.options?.[0]?.key;
  return first === undefined ? {} : { status: first };
}

function toSources({ identities, hash }: PreparedRecord): Json {
  return identities.map(({ system, id, url }, index) => ({
    system,
    id,
    ...(url === undefined ? {} : { url }),
    ...(index === 0 ? { hash } : {}),
  }));
}

type Pairs = readonly (readonly [PreparedRecord, StoredRecord])[];

async function insertDocuments(work: Work, entity: Entity, pairs: Pairs): Promise<void> {
  const rows = pairs.flatMap(([{ documents }, { id, values }]) =>
    Object.entries(documents)
      .filter(([, text]) => text !== '')
      .map(([field, text]) => ({
        values: { record: id, field, text, space: placeOf(entity, id, values) },
        ...(typeof values['createdAt'] === 'string' ? { occurredAt: values['createdAt'] } : {}),
      })),
  );
  if (rows.length > 0) await work.insert(work.entity('document'), rows);
}

/** Somebody else who names the same record at the same moment makes this transaction run again, and find it. */
async function nameRecords(work: Work, entity: Entity, pairs: Pairs): Promise<void> {
  const first = pairs.map(([{ identities }, { id }]) => toIndexed(must(identities[0]), id));
  const made = await indexIdentities(work, entity.name, first);
  if (made < first.length)
    throw Object.assign(new Error('A record is being imported twice'), { code: '40001' });
  await indexIdentities(
    work,
    entity.name,
    pairs.flatMap(([{ identities }, { id }]) => identities.slice(1).map((each) => toIndexed(each, id))),
  );
}

function toIndexed({ system, id: external }: { readonly system: string; readonly id: string }, id: string) {
  return { id, system, external };
}

type Comparing = Filled & { readonly existing: StoredRecord; readonly texts: ReadonlyMap<string, string> };

/** True when something about the record differed. */
async function updateOne(
  work: Work,
  { entity, isDry }: BatchTarget,
  { record, existing, values, texts }: Comparing,
): Promise<boolean> {
  const { updatedAt, ...rest } = values;
  const { stored, connections } = splitValues(work, entity, rest);
  const connected = await writeConnections(work, { entity, record: existing, connections, isDry });
  const differing = Object.entries(stored).filter(
    ([field, value]) => !isEqualJson(value, existing.values[field] ?? null),
  );
  const documents = Object.entries(record.documents).filter(
    ([field, text]) => (texts.get(`${existing.id} ${field}`) ?? '') !== text,
  );
  if (differing.length === 0 && documents.length === 0 && !connected.isChanged) return false;
  if (isDry) return true;
  const occurredAt =
    typeof updatedAt === 'string' && updatedAt > textOf(existing.values['updatedAt'] ?? null)
      ? { occurredAt: updatedAt }
      : {};
  const patch = Object.fromEntries(differing) as Values;
  const prepared = (await rulesOf(entity).prepareUpdate?.(work, existing, patch)) ?? patch;
  await rulesOf(entity).checkUpdate?.(work, existing, prepared);
  const sources = withSources(existing.values, record);
  const touched = connected.isChanged ? { updatedAt: work.now } : {};
  await work.update(entity, existing, {
    values: { ...prepared, ...patch, ...sources, ...touched },
    ...occurredAt,
  });
  const space = placeOf(entity, existing.id, existing.values);
  for (const [field, text] of documents)
    await writeDocument(work, { record: existing.id, field, space }, text);
  return true;
}

function withSources(values: Values, record: PreparedRecord): Values {
  if (record.ownId !== undefined && values['sources'] === undefined) return {};
  const fresh = toSources(record) as readonly JsonObject[];
  const others = sourcesOf(values).filter(
    (source) => !fresh.some((each) => each['system'] === source['system'] && each['id'] === source['id']),
  );
  return { sources: [...others, ...fresh] };
}

/** Of documents, by record and field. */
async function readTexts(work: Work, compared: readonly Decided[]): Promise<ReadonlyMap<string, string>> {
  const ids = compared.flatMap(({ record, existing }) =>
    existing && Object.keys(record.documents).length > 0 ? [existing.id] : [],
  );
  if (ids.length === 0) return new Map();
  const { rows } = await work.tx.query<{ record: string; field: string; text: string | null }>(
    'select record, field, text from document where workspace_id = $1 and record = any($2::text[])',
    [work.state.id, ids],
  );
  return new Map(rows.map(({ record, field, text }) => [`${record} ${field}`, text ?? '']));
}
