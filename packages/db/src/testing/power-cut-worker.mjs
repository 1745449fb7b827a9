/**
 * The embedded database's thread on a disk whose power goes at the statement `select 'power cut'`. What that
 * disk then holds is in `<directory>.image.cut`.
 */
import { renameSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { DurableNodeFs } from '../embedded/durable-node-fs.mjs';
import { serveEngine } from '../embedded/serve-engine.mjs';
import { makeStartParameters } from '../embedded/start-parameters.mjs';
import { dieOnStatement } from './die-on-statement.mjs';
import { keepSyncedImage } from './synced-image.mjs';

const { directory } = workerData;
const image = `${directory}.image`;

dieOnStatement(`select 'power cut'`, () => renameSync(image, `${image}.cut`));
await serveEngine({
  fs: keepSyncedImage(new DurableNodeFs(directory), { directory, image }),
  startParams: makeStartParameters(),
});
