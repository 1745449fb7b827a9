/** One run of an import: what it knows, and how it writes a transaction. */
import { executeWith } from '../execute.ts';
import type { Runtime } from '../runtime.ts';
import type { Work } from '../work.ts';
import { causeOfJob, readJob } from './import-job.ts';
import { makeReport, type ImportReport } from './import-report.ts';
import { readPeople } from './people-index.ts';
import type { Preparing } from './prepare-record.ts';
import { readReferences } from './reference-index.ts';
import { setUpImport, type ImportProgress, type ImportRequest, type ImportSetup } from './start-import.ts';
import type { BatchTarget } from './write-batch.ts';
import type { DryKnown, PendingRelation } from './write-relations.ts';

export type ImportRun = {
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
  readonly known: DryKnown;
  readonly relations: PendingRelation[];
};

export async function beginRun(
  runtime: Runtime,
  request: ImportRequest,
  job: string | null,
): Promise<ImportRun> {
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
      channel: reader.channel ?? 'import',
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
    known: { names: new Map(), pairs: new Set() },
    relations: [],
  };
}

/** Runs one transaction of the import and answers what `act` does; false undoes it. */
export async function inTransaction(
  { runtime, request, job }: ImportRun,
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

export function tellProgress(run: ImportRun): void {
  const { request, progress } = run;
  const told: ImportProgress = {
    records: progress.records,
    bytes: progress.bytes,
    totalBytes: totalBytes(run),
  };
  request.onProgress?.(told);
}

export function totalBytes({ request }: ImportRun): number | undefined {
  const sizes = request.files.map((file) => file.size);
  return sizes.every((size) => size !== undefined) ? sizes.reduce((sum, size) => sum + size, 0) : undefined;
}
