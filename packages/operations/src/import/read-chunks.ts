/** The file in pieces: planned, prepared, and written some hundred rows a transaction. */
import { must } from '@throughline/base';
import { advanceJob } from './import-job.ts';
import type { ImportReport, Place } from './import-report.ts';
import { inTransaction, tellProgress, totalBytes, type ImportRun } from './import-run.ts';
import type { SourceItem } from './import-source.ts';
import { prepareRecord, type PreparedRecord } from './prepare-record.ts';
import { writeBatch, type BatchDrop } from './write-batch.ts';
import { writeFields, type FieldWrite } from './write-fields.ts';

/** What is looked at before the columns are planned, and prepared at a time. */
const CHUNK = 500;
/** Rows of records and comments in a transaction, and how long one should take. */
const MOST_ROWS = 500;
const FEWEST_ROWS = 25;
const TRANSACTION_MS = 100;

type Found = { readonly item: SourceItem; readonly place: Place };

async function* readItems({ request, progress }: ImportRun): AsyncGenerator<Found> {
  for (const file of request.files) {
    const content = file.open((count) => (progress.bytes += count));
    const several = request.files.length > 1 ? { file: file.name } : {};
    for await (const item of request.reader.read(content, file.name))
      yield { item, place: { position: item.position, ...several } };
  }
}

/** False when the import was cancelled. */
export async function readChunks(run: ImportRun): Promise<boolean> {
  let chunk: Found[] = [];
  for await (const found of readItems(run)) {
    chunk.push(found);
    if (chunk.length < CHUNK) continue;
    if (!(await takeChunk(run, chunk))) return false;
    chunk = [];
  }
  return takeChunk(run, chunk);
}

type Prepared = { readonly record: PreparedRecord | null; readonly index: number };

async function takeChunk(run: ImportRun, chunk: readonly Found[]): Promise<boolean> {
  const { setup, report, request, progress } = run;
  setup.plan.learn(chunk.flatMap(({ item }) => (item.kind === 'record' ? [item] : [])));
  const preparing = {
    ...run.preparing,
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
  await writePlanned(run);
  const fresh = prepared.filter(({ record, index }) => keepFirst(run, record, index));
  const last = progress.records + chunk.length;
  for (let at = 0; at < fresh.length || progress.records < last;) {
    request.signal?.throwIfAborted();
    const batch = takeRows(fresh, at, progress.rows);
    at += batch.length;
    const position = at >= fresh.length ? last : must(fresh[at]).index - 1;
    if (
      !(await commit(
        run,
        batch.map(({ record }) => must(record)),
        position,
      ))
    )
      return false;
  }
  return true;
}

/** The first record of a name counts; one like it changes nothing, another one is refused. */
function keepFirst(run: ImportRun, record: PreparedRecord | null, index: number): boolean {
  const { seen, known, report, resumeAt, relations } = run;
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
      report.drop(
        record.place,
        { column: '', value: id, code: 'duplicate_id' },
        record.cells + record.relations.length,
      );
    }
    return false;
  }
  seen.set(name, record.hash);
  if (run.target.isDry)
    for (const each of record.identities) known.names.set(`${each.system} ${each.id}`, name);
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
  run: ImportRun,
  records: readonly PreparedRecord[],
  position: number,
): Promise<boolean> {
  const { target, report, progress, job } = run;
  const began = performance.now();
  const isReplay = position <= run.resumeAt;
  const written = { outcome: undefined as Awaited<ReturnType<typeof writeBatch>> | undefined };
  const goesOn =
    isReplay ||
    (await inTransaction(run, async (work) => {
      const outcome = await writeBatch(work, target, records);
      written.outcome = outcome;
      if (job === null) return true;
      const counts = addCounts(report.counts(), outcome.counts);
      const state = { ...counts, bytes: progress.bytes, totalBytes: totalBytes(run) ?? null };
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
  tellProgress(run);
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
function adapt(progress: ImportRun['progress'], elapsed: number, records: number): void {
  if (records === 0) return;
  const wanted = progress.rows * Math.min(2, TRANSACTION_MS / Math.max(1, elapsed));
  progress.rows = Math.round(Math.max(FEWEST_ROWS, Math.min(MOST_ROWS, wanted)));
}

/** Fields and options go ahead of the values that need them. */
async function writePlanned(run: ImportRun): Promise<void> {
  const { setup, report, target } = run;
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
  await inTransaction(run, async (work) => {
    await writeFields(work, { entity: setup.entity, home, space: setup.space }, writes);
    return true;
  });
}
