/**
 * Reads files into records, some hundred a transaction, each with the import's position in it: stopped at any
 * moment it goes on from there, and run again it changes nothing.
 */
import { must } from '@throughline/base';
import { DatabaseError } from '@throughline/db';
import { executeWith } from '../execute.ts';
import type { Runtime } from '../runtime.ts';
import type { Work } from '../work.ts';
import { advanceJob, causeOfJob, readJob, toJobReport } from './import-job.ts';
import { makeReport, type ImportReport, type ImportResult, type Place } from './import-report.ts';
import type { SourceItem } from './import-source.ts';
import { readPeople } from './people-index.ts';
import { prepareRecord, type PreparedRecord, type Preparing } from './prepare-record.ts';
import { readReferences } from './reference-index.ts';
import {
  setUpImport,
  startImport,
  type ImportProgress,
  type ImportRequest,
  type ImportSetup,
} from './start-import.ts';
import { writeBatch, type BatchDrop, type BatchTarget } from './write-batch.ts';
import { writeFields, type FieldWrite } from './write-fields.ts';
import { writeRelations, type PendingRelation } from './write-relations.ts';

/** What is looked at before the columns are planned, and prepared at a time. */
const CHUNK = 500;
/** Rows of records and comments in a transaction, and how long one should take. */
const MOST_ROWS = 500;
const FEWEST_ROWS = 25;
const TRANSACTION_MS = 100;
const RELATIONS_AT_ONCE = 500;

export type ImportOutcome = ImportResult & {
  /** Of the job; null of a dry run. */
  readonly id: string | null;
  readonly state: 'done' | 'cancelled';
  readonly format: string;
  readonly columns: readonly PlannedColumn[];
};

export type PlannedColumn = {
  readonly column: string;
  readonly target: string;
  readonly type: string | null;
  readonly isNew: boolean;
  readonly confidence: number;
};

export async function importFile(runtime: Runtime, request: ImportRequest): Promise<ImportOutcome> {
  const isDry = request.dryRun === true;
  const job = isDry ? null : (request.job ?? (await startImport(runtime, request)));
  try {
    return await run(runtime, request, job);
  } catch (error) {
    // What stopped for want of a database goes on when there is one; all else would fail again.
    const canGoOn = error instanceof DatabaseError || request.signal?.aborted === true;
    if (job !== null && !canGoOn) await failJob(runtime, request, job, error);
    throw error;
  }
}

type Running = {
  readonly runtime: Runtime;
  readonly request: ImportRequest;
  readonly setup: ImportSetup;
  readonly target: BatchTarget;
  readonly preparing: Preparing;
  readonly report: ImportReport;
  readonly job: string | null;
  /** Items that an earlier run has committed: they are read again, and not written. */
  readonly resumeAt: number;
  readonly progress: { records: number; bytes: number; rows: number };
  /** Of every record so far, by its first name: the hash of its content. */
  readonly seen: Map<string, string>;
  readonly names: Set<string>;
  readonly relations: PendingRelation[];
};

async function run(runtime: Runtime, request: ImportRequest, job: string | null): Promise<ImportOutcome> {
  const running = await begin(runtime, request, job);
  const isWhole = (await readChunks(running)) && (await connect(running));
  const { report, setup } = running;
  const result = report.result();
  const columns = toColumns(setup);
  if (job !== null && isWhole) {
    await inTransaction(running, async (work) => {
      const report = toJobReport(result, { bytes: running.progress.bytes, columns: columns as never });
      return advanceJob(work, job, { state: 'done', position: running.progress.records, report });
    });
  }
  return {
    id: job,
    state: isWhole ? 'done' : 'cancelled',
    format: request.reader.format,
    columns,
    ...result,
  };
}

async function begin(runtime: Runtime, request: ImportRequest, job: string | null): Promise<Running> {
  const { workspace, actor, reader, system } = request;
  const setup = await setUpImport(runtime, request);
  const known = job === null ? undefined : (await readJob(runtime, { workspace, actor, job })).values;
  const report = makeReport(known?.['report'] as never);
  const people = await readPeople(runtime.database, workspace);
  const references = await readReferences(runtime.database, workspace);
  return {
    runtime,
    request,
    setup,
    target: {
      entity: setup.entity,
      space: setup.space,
      format: reader.format,
      references,
      isDry: request.dryRun === true,
    },
    preparing: {
      model: runtime.model,
      plan: setup.plan,
      people,
      report,
      system: system ?? '',
      currency: setup.state.currency,
      repeats: new Map(),
    },
    report,
    job,
    resumeAt: Number(known?.['position'] ?? 0),
    progress: { records: 0, bytes: 0, rows: 100 },
    seen: new Map(),
    names: new Set(),
    relations: [],
  };
}

type Found = { readonly item: SourceItem; readonly place: Place };

async function* readItems({ request, progress }: Running): AsyncGenerator<Found> {
  for (const file of request.files) {
    const content = file.open((count) => (progress.bytes += count));
    const several = request.files.length > 1 ? { file: file.name } : {};
    for await (const item of request.reader.read(content, file.name))
      yield { item, place: { position: item.position, ...several } };
  }
}

/** False when the import was cancelled. */
async function readChunks(running: Running): Promise<boolean> {
  let chunk: Found[] = [];
  for await (const found of readItems(running)) {
    chunk.push(found);
    if (chunk.length < CHUNK) continue;
    if (!(await takeChunk(running, chunk))) return false;
    chunk = [];
  }
  return takeChunk(running, chunk);
}

type Prepared = { readonly record: PreparedRecord | null; readonly index: number };

async function takeChunk(running: Running, chunk: readonly Found[]): Promise<boolean> {
  const { setup, report, request, progress } = running;
  setup.plan.learn(chunk.flatMap(({ item }) => (item.kind === 'record' ? [item] : [])));
  const preparing = {
    ...running.preparing,
    system: request.system ?? setup.plan.source(request.reader.format),
  };
  const prepared = chunk.map(({ item, place }, index): Prepared => {
    const record = item.kind === 'record' ? prepareRecord(preparing, item, place) : null;
    if (item.kind === 'fault') {
      report.countCells(1);
      report.drop(place, { column: item.column ?? '', value: item.value, code: item.code });
    }
    return { record, index: progress.records + index + 1 };
  });
  await writePlanned(running);
  const fresh = prepared.filter(({ record, index }) => keepFirst(running, record, index));
  const last = progress.records + chunk.length;
  for (let at = 0; at < fresh.length || progress.records < last;) {
    request.signal?.throwIfAborted();
    const batch = takeRows(fresh, at, progress.rows);
    at += batch.length;
    const position = at >= fresh.length ? last : must(fresh[at]).index - 1;
    if (
      !(await commit(
        running,
        batch.map(({ record }) => must(record)),
        position,
      ))
    )
      return false;
  }
  return true;
}

/** The first record of a name counts; one like it changes nothing, another one is refused. */
function keepFirst(running: Running, record: PreparedRecord | null, index: number): boolean {
  const { seen, names, report, resumeAt, relations } = running;
  const isReplay = index <= resumeAt;
  if (record === null) {
    if (!isReplay) report.count({ rejected: 1 });
    return false;
  }
  const { system, id } = must(record.identities[0]);
  const name = `${system} ${id}`;
  const before = seen.get(name);
  if (before !== undefined) {
    if (before === record.hash) report.count(isReplay ? {} : { unchanged: 1 });
    else {
      report.count(isReplay ? {} : { rejected: 1 });
      report.drop(record.place, { column: '', value: id, code: 'duplicate_id' }, record.cells);
    }
    return false;
  }
  seen.set(name, record.hash);
  for (const each of record.identities)
    if (record.relations.length > 0 || running.target.isDry) names.add(`${each.system} ${each.id}`);
  for (const relation of record.relations)
    relations.push({ place: record.place, system, external: id, relation });
  return !isReplay;
}

/** A record with its comments stays in one transaction. */
function takeRows(fresh: readonly Prepared[], start: number, most: number): readonly Prepared[] {
  let rows = 0;
  let end = start;
  while (end < fresh.length && (end === start || rows < most)) {
    rows += 1 + (fresh[end]?.record?.comments.length ?? 0);
    end += 1;
  }
  return fresh.slice(start, end);
}

async function commit(
  running: Running,
  records: readonly PreparedRecord[],
  position: number,
): Promise<boolean> {
  const { target, report, progress, job } = running;
  const began = performance.now();
  const isReplay = position <= running.resumeAt;
  const written = { outcome: undefined as Awaited<ReturnType<typeof writeBatch>> | undefined };
  const goesOn =
    isReplay ||
    (await inTransaction(running, async (work) => {
      const outcome = await writeBatch(work, target, records);
      written.outcome = outcome;
      if (job === null) return true;
      const counts = addCounts(report.counts(), outcome.counts);
      const state = { ...counts, bytes: progress.bytes, totalBytes: totalBytes(running) ?? null };
      return advanceJob(work, job, { position, report: { ...state, also: alsoSoFar(report, outcome.also) } });
    }));
  if (!goesOn) return false;
  const { outcome } = written;
  if (outcome) {
    report.count(outcome.counts);
    report.countAlso(outcome.also);
    target.references.add(outcome.made);
    noteDrops(report, outcome.dropped);
    adapt(progress, performance.now() - began, records.length);
  }
  progress.records = position;
  tell(running);
  return true;
}

function addCounts<T extends Readonly<Record<string, number>>>(counts: T, more: T): T {
  return Object.fromEntries(
    Object.entries(counts).map(([name, count]) => [name, count + (more[name] ?? 0)]),
  ) as T;
}

function alsoSoFar(report: ImportReport, more: Readonly<Record<string, number>>) {
  const { also } = report.result();
  return {
    ...also,
    comments: also.comments + (more['comments'] ?? 0),
    contacts: also.contacts + (more['contacts'] ?? 0),
    companies: also.companies + (more['companies'] ?? 0),
  };
}

function noteDrops(report: ImportReport, dropped: readonly BatchDrop[]): void {
  for (const { place, entry, cells } of dropped) report.drop(place, entry, cells);
}

/** As many rows as fit the time of a transaction. */
function adapt(progress: Running['progress'], elapsed: number, records: number): void {
  if (records === 0) return;
  const wanted = progress.rows * Math.min(2, TRANSACTION_MS / Math.max(1, elapsed));
  progress.rows = Math.round(Math.max(FEWEST_ROWS, Math.min(MOST_ROWS, wanted)));
}

function tell(running: Running): void {
  const { request, progress } = running;
  const told: ImportProgress = {
    records: progress.records,
    bytes: progress.bytes,
    totalBytes: totalBytes(running),
  };
  request.onProgress?.(told);
}

function totalBytes({ request }: Running): number | undefined {
  const sizes = request.files.map((file) => file.size);
  return sizes.every((size) => size !== undefined) ? sizes.reduce((sum, size) => sum + size, 0) : undefined;
}

/** Fields and options go ahead of the values that need them. */
async function writePlanned(running: Running): Promise<void> {
  const { setup, report, target } = running;
  const writes = setup.plan.fields().flatMap((planned): FieldWrite[] => {
    const added = planned.takeAdded();
    const isMissing = !planned.isWritten();
    if (added.length === 0 && !isMissing) return [];
    const field = planned.field();
    if (isMissing) report.addField(field.key);
    for (const option of added) report.addOption(`${field.key}: ${option.name}`);
    planned.markWritten();
    return [{ field, isNew: planned.isNew, added }];
  });
  if (writes.length === 0 || target.isDry) return;
  const home = setup.fieldHome ?? null;
  await inTransaction(running, async (work) => {
    await writeFields(work, { entity: setup.entity, home }, writes);
    return true;
  });
}

async function connect(running: Running): Promise<boolean> {
  const { relations, report, target, names } = running;
  for (let at = 0; at < relations.length; at += RELATIONS_AT_ONCE) {
    running.request.signal?.throwIfAborted();
    const pending = relations.slice(at, at + RELATIONS_AT_ONCE);
    const written = { outcome: undefined as Awaited<ReturnType<typeof writeRelations>> | undefined };
    const goesOn = await inTransaction(running, async (work) => {
      written.outcome = await writeRelations(work, target, { pending, seen: names });
      return running.job === null || advanceJob(work, running.job, {});
    });
    if (!goesOn) return false;
    report.countAlso({ relations: written.outcome?.count ?? 0 });
    noteDrops(report, written.outcome?.dropped ?? []);
  }
  return true;
}

/** Runs one transaction of the import and answers what `act` does; false undoes it. */
async function inTransaction(
  { runtime, request, job }: Running,
  act: (work: Work) => Promise<boolean>,
): Promise<boolean> {
  const { workspace, actor } = request;
  const cause = job === null ? {} : { cause: causeOfJob(job) };
  try {
    await executeWith(runtime, { workspace, actor, source: 'import', ...cause }, async (work) => {
      if (!(await act(work))) throw new Cancelled();
      return {};
    });
    return true;
  } catch (error) {
    // Somebody cancelled the job meanwhile: what this transaction did is taken back.
    if (error instanceof Cancelled) return false;
    throw error;
  }
}

class Cancelled extends Error {
  override name = 'Cancelled';
}

async function failJob(runtime: Runtime, request: ImportRequest, job: string, error: unknown): Promise<void> {
  const { workspace, actor } = request;
  const message = error instanceof Error ? error.message : String(error);
  await executeWith(runtime, { workspace, actor, source: 'import', cause: causeOfJob(job) }, async (work) => {
    const entity = work.entity('import');
    const record = await work.find(entity, job, { lock: true });
    const report = { ...(record?.values['report'] as object | undefined), error: message.slice(0, 500) };
    if (record) await work.update(entity, record, { values: { state: 'failed', report } });
    return {};
  });
}

export function toColumns({ plan }: ImportSetup): PlannedColumn[] {
  return [...plan.columns.values()].map(({ column, target, confidence }) => {
    const field = target.to === 'field' ? target.planned.field() : undefined;
    return {
      column,
      target: field?.key ?? (target.to === 'drop' ? '-' : target.to),
      type: field?.type ?? null,
      isNew: target.to === 'field' && target.planned.isNew,
      confidence,
    };
  });
}
