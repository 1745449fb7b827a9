import type { Worker } from 'node:worker_threads';
import { assert } from '@throughline/base';
import { makeStatementTimeout, makeUnavailable } from '../database-error.ts';

type FromWorker = { kind: 'ready' } | { kind: 'data' | 'done'; bytes: Uint8Array };

interface Running {
  readonly onData: (bytes: Uint8Array) => void;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

export interface ExecuteOptions {
  /** After this time the thread is ended and the call fails with `statement_timeout`. */
  readonly limitMs: number;
  readonly onData: (bytes: Uint8Array) => void;
}

/** One life of the engine's thread: bytes of PostgreSQL's wire protocol go in, its answers come out. */
export class EngineThread {
  /** Resolves when the database is open. */
  readonly ready: Promise<void>;
  /** Resolves with the reason when the thread is gone, however that came about. */
  readonly ended: Promise<Error>;
  readonly #worker: Worker;
  #running: Running | undefined;
  #failure: Error | undefined;

  constructor(worker: Worker) {
    this.#worker = worker;
    this.ready = new Promise((resolve, reject) => {
      this.#running = { resolve, reject, onData: () => undefined };
    });
    this.ended = new Promise((resolve) => {
      worker.once('exit', () => resolve(this.#end()));
    });
    worker.on('error', (error) => (this.#failure ??= makeUnavailable(error)));
    worker.on('message', (message: FromWorker) => this.#receive(message));
  }

  async execute(bytes: Uint8Array, options: ExecuteOptions): Promise<void> {
    assert(this.#running === undefined, 'PGlite takes one message at a time');
    if (this.#failure !== undefined) throw this.#failure;
    const timer = setTimeout(() => this.#stop(makeStatementTimeout()), options.limitMs);
    try {
      await new Promise<void>((resolve, reject) => {
        this.#running = { onData: options.onData, resolve, reject };
        this.#worker.postMessage({ kind: 'execute', bytes });
      });
    } finally {
      clearTimeout(timer);
    }
  }

  async close(): Promise<void> {
    this.#worker.postMessage({ kind: 'close' });
    await this.ended;
  }

  /** PGlite can't be interrupted, only ended; who waits hears of it when the thread is gone. */
  #stop(reason: Error): void {
    this.#failure ??= reason;
    void this.#worker.terminate();
  }

  #end(): Error {
    this.#failure ??= makeUnavailable('the thread of the embedded database ended');
    this.#running?.reject(this.#failure);
    this.#running = undefined;
    return this.#failure;
  }

  #receive(message: FromWorker): void {
    const running = this.#running;
    if (running === undefined) return;
    if (message.kind !== 'ready') running.onData(message.bytes);
    if (message.kind === 'data') return;
    this.#running = undefined;
    running.resolve();
  }
}
