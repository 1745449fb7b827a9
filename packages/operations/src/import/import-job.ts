/** The record of an import: what it reads, how far it is, what came of it. */
import { makeId, textOf, type Json, type JsonObject } from '@throughline/base';
import type { StoredRecord } from '@throughline/db';
import { executeWith } from '../execute.ts';
import type { Runtime } from '../runtime.ts';
import type { Actor } from '../access/actor.ts';
import { findRecord } from '../reads/read-record.ts';
import type { Work } from '../work.ts';
import type { ImportResult } from './import-report.ts';

export type JobSettings = {
  readonly workspace: string;
  readonly actor: Actor;
  readonly name: string;
  readonly entity: string;
  readonly space: string | null;
  readonly format: string;
  /** What a resumed import needs to go on as it began. */
  readonly mapping: JsonObject;
  readonly idempotencyKey?: string;
};

export type CreatedJob = {
  readonly id: string;
  /** Asked for before, with the same key. */ readonly isRepeat: boolean;
};

/** Entries of a report that its record keeps; the caller gets more. */
const KEPT_ENTRIES = 1_000;

export async function createJob(runtime: Runtime, settings: JobSettings): Promise<CreatedJob> {
  const { workspace, actor, name, entity, space, format, mapping, idempotencyKey } = settings;
  const id = makeId('import', runtime.ids);
  const request = {
    workspace,
    actor,
    source: 'import',
    cause: causeOfJob(id),
    operation: 'import.create',
    input: { name, entity, space, format, mapping },
    ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
  } as const;
  const { result, isRepeat } = await executeWith(runtime, request, async (work) => {
    const job = work.entity('import');
    const values = {
      name: name.slice(0, 300),
      entity,
      source: format,
      mapping,
      state: 'waiting',
      position: 0,
    };
    await work.insert(job, [{ id, values: space === null ? values : { ...values, space } }]);
    return { id };
  });
  return { id: textOf(result['id']), isRepeat };
}

export async function readJob(
  runtime: Runtime,
  { workspace, actor, job }: { readonly workspace: string; readonly actor: Actor; readonly job: string },
): Promise<StoredRecord> {
  return findRecord(runtime, { workspace, actor, entity: runtime.model.entity('import'), id: job });
}

/** All changes of one import share their cause, however often it was resumed. */
export function causeOfJob(job: string): string {
  return `act_${job.slice(job.indexOf('_') + 1)}`;
}

/** Notes how far the import is, within the transaction that took it there; false when it was cancelled. */
export async function advanceJob(work: Work, job: string, values: JsonObject): Promise<boolean> {
  const entity = work.entity('import');
  const record = await work.find(entity, job, { lock: true });
  if (!record || record.values['state'] === 'cancelled') return false;
  await work.update(entity, record, { values: { state: 'running', ...values } });
  return true;
}

export function toJobReport(result: ImportResult, more: JsonObject = {}): JsonObject {
  const cut = {
    ...result,
    dropped: result.dropped.slice(0, KEPT_ENTRIES),
    changed: result.changed.slice(0, KEPT_ENTRIES),
  };
  return { ...(cut as unknown as Record<string, Json>), ...more };
}
