/**
 * Reads files into records, some hundred a transaction, each with the import's position in it: stopped at any
 * moment it goes on from there, and run again it changes nothing.
 */
import { DatabaseError } from '@throughline/db';
import type { Runtime } from '../runtime.ts';
import { abandonImport } from './abandon-import.ts';
import { advanceJob, toJobReport } from './import-job.ts';
import type { ImportResult } from './import-report.ts';
import { beginRun, inTransaction, type ImportRun } from './import-run.ts';
import { toColumns, type PlannedColumn } from './planned-columns.ts';
import { readChunks } from './read-chunks.ts';
import { startImport, withJobSettings, type ImportRequest } from './start-import.ts';
import { writeRelations } from './write-relations.ts';

const RELATIONS_AT_ONCE = 500;

export type ImportOutcome = ImportResult & {
  /** Of the job; null of a dry run. */
  readonly id: string | null;
  readonly state: 'done' | 'cancelled';
  readonly format: string;
  readonly columns: readonly PlannedColumn[];
};

export async function importFile(runtime: Runtime, given: ImportRequest): Promise<ImportOutcome> {
  const request = given.job === undefined ? given : await withJobSettings(runtime, given, given.job);
  const isDry = request.dryRun === true;
  const job = isDry ? null : (request.job ?? (await startImport(runtime, request)).id);
  try {
    return await runImport(runtime, request, job);
  } catch (error) {
    // What stopped for want of a database goes on when there is one; all else would fail again.
    const canGoOn = error instanceof DatabaseError || request.signal?.aborted === true;
    if (job !== null && !canGoOn) {
      const message = error instanceof Error ? error.message : 'Something went wrong.';
      await abandonImport(runtime, { workspace: request.workspace, id: job }, message);
    }
    throw error;
  }
}

async function runImport(
  runtime: Runtime,
  request: ImportRequest,
  job: string | null,
): Promise<ImportOutcome> {
  const run = await beginRun(runtime, request, job);
  const isWhole = (await readChunks(run)) && (await connect(run));
  const { report, setup } = run;
  const result = report.result();
  const columns = toColumns(setup);
  if (job !== null && isWhole) {
    await inTransaction(run, async (work) => {
      const report = toJobReport(result, { bytes: run.progress.bytes, columns: columns as never });
      return advanceJob(work, job, { state: 'done', position: run.progress.records, report });
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

async function connect(run: ImportRun): Promise<boolean> {
  const { relations, report, target, known } = run;
  for (let at = 0; at < relations.length; at += RELATIONS_AT_ONCE) {
    run.request.signal?.throwIfAborted();
    const pending = relations.slice(at, at + RELATIONS_AT_ONCE);
    const written = { outcome: undefined as Awaited<ReturnType<typeof writeRelations>> | undefined };
    const goesOn = await inTransaction(run, async (work) => {
      written.outcome = await writeRelations(work, target, { pending, known });
      return run.job === null || advanceJob(work, run.job, {});
    });
    if (!goesOn) return false;
    report.countAlso({ relations: written.outcome?.count ?? 0 });
    for (const { place, entry, cells } of written.outcome?.dropped ?? []) report.drop(place, entry, cells);
  }
  return true;
}
