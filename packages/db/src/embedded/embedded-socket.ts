import { Duplex } from 'node:stream';
import { callbackify } from 'node:util';
import { must } from '@throughline/base';
import type { EmbeddedEngine } from './embedded-engine.ts';
import type { EngineThread } from './engine-thread.ts';

const TERMINATE = 0x58;

/**
 * The socket `pg` believes it talks to a server through: what it writes goes to the engine's thread, what that
 * answers can be read, and the thread's end is a lost connection. So the driver, its pool and its handling of
 * errors are the same for both databases.
 */
export class EmbeddedSocket extends Duplex {
  /** The time limit of the statements sent from now on. */
  limitMs: number;
  readonly #engine: EmbeddedEngine;
  #thread: EngineThread | undefined;

  constructor(engine: EmbeddedEngine, limitMs: number) {
    super();
    this.#engine = engine;
    this.limitMs = limitMs;
  }

  connect(): this {
    this.#connect().then(
      () => this.emit('connect'),
      (error: Error) => this.destroy(error),
    );
    return this;
  }

  async #connect(): Promise<void> {
    const thread = await this.#engine.connect();
    void thread.ended.then((reason) => this.destroy(reason));
    this.#thread = thread;
    // PGlite has one session for its whole life: what the connection before left in it is taken away.
    await this.#execute(makeQueryMessage('rollback'));
    await this.#execute(makeQueryMessage('discard all'));
  }

  override _read(): void {
    // Answers are pushed when they come.
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error) => void): void {
    this.#send(chunk, done);
  }

  /** `pg` corks a statement's messages, so they arrive together and cost one trip to the thread. */
  override _writev(chunks: { chunk: Buffer }[], done: (error?: Error) => void): void {
    this.#send(Buffer.concat(chunks.map(({ chunk }) => chunk)), done);
  }

  override _final(done: (error?: Error) => void): void {
    this.push(null);
    done();
  }

  #send(bytes: Buffer, done: (error?: Error) => void): void {
    if (bytes[0] === TERMINATE) return done();
    const sent = this.#execute(bytes, (data) => void this.push(data));
    callbackify(() => sent)(done);
  }

  #execute(bytes: Uint8Array, onData: (data: Uint8Array) => void = () => undefined): Promise<void> {
    return must(this.#thread, 'The socket is not connected').execute(bytes, {
      limitMs: this.limitMs,
      onData,
    });
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }
}

function makeQueryMessage(statement: string): Uint8Array {
  const text = Buffer.from(`${statement}\0`);
  const head = Buffer.from('Q\0\0\0\0');
  head.writeInt32BE(text.length + 4, 1);
  return Buffer.concat([head, text]);
}
