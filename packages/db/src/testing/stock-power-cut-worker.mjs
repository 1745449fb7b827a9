/** PGlite as it comes, on the disk of `power-cut-worker.mjs`. */
import { renameSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { serveEngine } from '../embedded/serve-engine.mjs';
import { dieOnStatement } from './die-on-statement.mjs';
import { keepSyncedImage } from './synced-image.mjs';

const { directory } = workerData;
const image = `${directory}.image`;

dieOnStatement(`select 'power cut'`, () => renameSync(image, `${image}.cut`));
await serveEngine({
  fs: keepSyncedImage(new NodeFS(directory), { directory, image }),
  startParams: PGlite.defaultStartParams,
});
