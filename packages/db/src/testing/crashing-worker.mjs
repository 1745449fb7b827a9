/** The embedded database's thread, which dies on the statement `select 'crash'`, as a defect would make it. */
import { parentPort } from 'node:worker_threads';

parentPort.on('message', ({ bytes }) => {
  if (bytes !== undefined && Buffer.from(bytes).includes(`select 'crash'`)) process.exit(1);
});

await import('../embedded/embedded-worker.mjs');
