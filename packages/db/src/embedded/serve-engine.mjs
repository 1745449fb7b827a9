import { parentPort } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';

/** A result is handed over in pieces of about this size, so that a large one isn't held twice. */
const PIECE_BYTES = 1 << 20;

/**
 * Opens PGlite in this worker thread and speaks PostgreSQL's wire protocol over the message port.
 * @param {{ fs: import('@electric-sql/pglite/nodefs').NodeFS, startParams: string[] }} options
 */
export async function serveEngine(options) {
  const pglite = new PGlite(options);
  // Before the wait: without something that keeps the thread's loop alive, Node blocks it until V8 has
  // optimised what it compiled so far.
  parentPort.on('message', (message) => answer(pglite, message));
  await pglite.waitReady;
  parentPort.postMessage({ kind: 'ready' });
}

/**
 * @param {PGlite} pglite
 * @param {{ kind: 'execute', bytes: Uint8Array } | { kind: 'close' }} message
 */
async function answer(pglite, message) {
  if (message.kind === 'close') return close(pglite);
  const pieces = makePieces();
  await pglite.execProtocolRawStream(message.bytes, { syncToFs: false, onRawData: pieces.add });
  post('done', pieces.take());
}

async function close(pglite) {
  await pglite.close();
  parentPort.close();
}

function makePieces() {
  let chunks = [];
  let size = 0;
  const take = () => {
    const bytes = new Uint8Array(size);
    let offset = 0;
    for (const chunk of chunks) {
      bytes.set(chunk, offset);
      offset += chunk.length;
    }
    chunks = [];
    size = 0;
    return bytes;
  };
  const add = (chunk) => {
    // A view into the memory of PostgreSQL, which goes on using it.
    chunks.push(chunk.slice());
    size += chunk.length;
    if (size >= PIECE_BYTES) post('data', take());
  };
  return { add, take };
}

function post(kind, bytes) {
  parentPort.postMessage({ kind, bytes }, [bytes.buffer]);
}
