/** Imports that run in the background: the files of each lie in a directory until it is over. */
import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { READERS } from '@throughline/connectors';
import { DatabaseError } from '@throughline/db';
import {
  abandonImport,
  importFile,
  listOpenImports,
  type ImportRequest,
  type Runtime,
} from '@throughline/operations';
import { openUploads } from './open-uploads.ts';

export type ImportJobs = {
  /** Where uploads are put before they have a job. */
  readonly directory: string;
  /** Takes over the files of an upload and runs the job. */
  readonly run: (job: string, request: ImportRequest, upload: string) => Promise<void>;
  /** Goes on with the jobs that a stopped server left behind. */
  readonly resume: () => Promise<void>;
  /** Stops between two transactions; the next start goes on from there. */
  readonly close: () => Promise<void>;
};

const GONE =
  'The import was stopped, and its file is no longer here. Import it again: nothing is brought twice.';
const LONGEST_PAUSE_MS = 30_000;

export function makeImportJobs(
  runtime: Runtime,
  { directory, onError }: { readonly directory: string; readonly onError: (error: unknown) => void },
): ImportJobs {
  const stop = new AbortController();
  const running = new Set<Promise<void>>();

  const begin = (job: string, request: ImportRequest): void => {
    const work = runToEnd(job, request)
      .catch((error: unknown) => {
        if (!stop.signal.aborted) onError(error);
      })
      .finally(() => running.delete(work));
    running.add(work);
  };

  /** A database that is gone for a while is waited for. */
  const runToEnd = async (job: string, request: ImportRequest): Promise<void> => {
    for (let pause = 500; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      try {
        await importFile(runtime, { ...request, job, signal: stop.signal });
        break;
      } catch (error) {
        if (stop.signal.aborted) throw error;
        if (!(error instanceof DatabaseError)) {
          await rm(join(directory, job), { recursive: true, force: true });
          throw error;
        }
        await sleep(pause, undefined, { signal: stop.signal });
      }
    }
    await rm(join(directory, job), { recursive: true, force: true });
  };

  return {
    directory,
    run: async (job, request, upload) => {
      const home = join(directory, job);
      await rename(upload, home);
      begin(job, { ...request, files: await openUploads(await pathsIn(home)) });
    },
    resume: async () => {
      for (const { workspace, id, actor, format } of await listOpenImports(runtime)) {
        const paths = await pathsIn(join(directory, id));
        const reader = READERS.get(format);
        if (paths.length === 0 || reader === undefined) {
          // Several servers may share a database, and another one have the files; an embedded one is ours alone.
          const isOurs = runtime.database.kind === 'embedded';
          if (isOurs) await abandonImport(runtime, { workspace, id }, GONE);
          continue;
        }
        begin(id, { workspace, actor, entity: '', reader, files: await openUploads(paths) });
      }
    },
    close: async () => {
      stop.abort();
      await Promise.allSettled(running);
    },
  };
}

/** In the order they were uploaded. */
async function pathsIn(home: string): Promise<readonly string[]> {
  const names = await readdir(home).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names
    .toSorted((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
    .map((name) => join(home, name));
}
