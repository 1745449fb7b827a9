import { Worker } from 'node:worker_threads';

type Answer = { readonly batch: number } & (
  | { readonly vectors: readonly Float32Array[] }
  | { readonly failed: string }
);
type Waiting = {
  readonly resolve: (vectors: readonly Float32Array[]) => void;
  readonly reject: (error: Error) => void;
};

/** One thread with a model of its own; it keeps no process alive that has nothing to ask. */
export class LiteThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #batches = 0;
  #ended: Error | undefined;

  constructor(workerFile: string) {
    this.#worker = new Worker(workerFile);
    this.#worker.unref();
    this.#worker.on('message', (answer: Answer) => this.#settle(answer));
    this.#worker.on('error', (error) => this.#end(error instanceof Error ? error : new Error(String(error))));
    this.#worker.on('exit', () => this.#end(new Error('The thread of the sentence encoder has ended.')));
  }

  /** None of the texts may be empty. */
  embed(texts: readonly string[]): Promise<readonly Float32Array[]> {
    if (this.#ended !== undefined) return Promise.reject(this.#ended);
    const batch = this.#batches++;
    this.#worker.ref();
    return new Promise((resolve, reject) => {
      this.#waiting.set(batch, { resolve, reject });
      this.#worker.postMessage({ batch, texts });
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #settle(answer: Answer): void {
    const waiting = this.#waiting.get(answer.batch);
    this.#waiting.delete(answer.batch);
    if (this.#waiting.size === 0) this.#worker.unref();
    if ('failed' in answer) waiting?.reject(new Error(answer.failed));
    else waiting?.resolve(answer.vectors);
  }

  #end(error: Error): void {
    this.#ended ??= error;
    for (const { reject } of this.#waiting.values()) reject(this.#ended);
    this.#waiting.clear();
  }
}
