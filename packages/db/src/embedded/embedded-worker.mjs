/**
 * The thread that runs the embedded database. Plain JavaScript, with what it imports, because a worker can't be
 * started from TypeScript on Node 20 and must run unbuilt, from the sources as from a bundle.
 */
import { workerData } from 'node:worker_threads';
import { DurableNodeFs } from './durable-node-fs.mjs';
import { serveEngine } from './serve-engine.mjs';
import { makeStartParameters } from './start-parameters.mjs';

await serveEngine({ fs: new DurableNodeFs(workerData.directory), startParams: makeStartParameters() });
