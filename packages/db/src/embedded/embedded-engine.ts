import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { makeUnavailable } from '../database-error.ts';
import { findPackageRoot } from '../package-root.ts';
import { EngineThread } from './engine-thread.ts';

/**
 * PGlite in a thread of its own, started again whenever that thread dies or has to be stopped. What was
 * committed durably is on the disk, so a restart loses nothing; the statement under way fails.
 */
export interface EmbeddedEngine {
  /** Counts the threads so far: what one thread had not yet written is gone in the next. */
  readonly epoch: number;
  /** The running thread, started when there is none. */
  connect(): Promise<EngineThread>;
  close(): Promise<void>;
}

/** `directory` is PostgreSQL's own, made and initialised when it is missing. */
export async function openEmbeddedEngine(
  directory: string,
  workerFile = join(findPackageRoot(), 'src', 'embedded', 'embedded-worker.mjs'),
): Promise<EmbeddedEngine> {
  const engine = new RestartingEngine(directory, workerFile);
  await engine.connect();
  return engine;
}

class RestartingEngine implements EmbeddedEngine {
  epoch = 0;
  readonly #directory: string;
  readonly #workerFile: string;
  #thread: Promise<EngineThread> | undefined;
  #closed = false;

  constructor(directory: string, workerFile: string) {
    this.#directory = directory;
    this.#workerFile = workerFile;
  }

  connect(): Promise<EngineThread> {
    if (this.#closed) return Promise.reject(makeUnavailable('the embedded database is closed'));
    this.#thread ??= this.#start();
    return this.#thread;
  }

  async #start(): Promise<EngineThread> {
    const worker = new Worker(this.#workerFile, { workerData: { directory: this.#directory } });
    const thread = new EngineThread(worker);
    void thread.ended.then(() => {
      this.epoch += 1;
      this.#thread = undefined;
    });
    await thread.ready;
    return thread;
  }

  async close(): Promise<void> {
    this.#closed = true;
    const thread = await this.#thread?.catch(() => undefined);
    await thread?.close();
  }
}
