/**
 * The thread that runs PGlite. It speaks PostgreSQL's wire protocol over its message port and nothing else.
 * Plain JavaScript, because a worker can't be started from TypeScript on Node 20 and this file must run
 * unbuilt from the sources and beside a bundle.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { DurableNodeFs } from './durable-node-fs.mjs';

/** A result is handed over in pieces of about this size, so that a large one isn't held twice. */
const PIECE_BYTES = 1 << 20;

/** @type {{ directory: string }} */
const { directory } = workerData;

const pglite = new PGlite({ fs: new DurableNodeFs(directory), startParams: makeStartParams() });
await pglite.waitReady;
parentPort.on('message', onMessage);
parentPort.postMessage({ kind: 'ready' });

/** PGlite's own parameters without `-F`, which turns fsync off. */
function makeStartParams() {
  const settings = {
    fsync: 'on',
    // With fdatasync, the default, PGlite never reaches the file system's fsync.
    wal_sync_method: 'fsync',
    shared_buffers: '32MB',
    TimeZone: 'UTC',
    DateStyle: 'ISO, YMD',
  };
  const own = PGlite.defaultStartParams.filter((parameter) => parameter !== '-F');
  return own.concat(Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]));
}

/** @param {{ kind: 'execute', bytes: Uint8Array } | { kind: 'close' }} message */
async function onMessage(message) {
  if (message.kind === 'close') return close();
  const pieces = makePieces();
  await pglite.execProtocolRawStream(message.bytes, { syncToFs: false, onRawData: pieces.add });
  post('done', pieces.take());
}

async function close() {
  await pglite.close();
  parentPort.postMessage({ kind: 'closed' });
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
