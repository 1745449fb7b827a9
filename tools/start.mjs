/** `npm start [-- --data DIR --port N]`: installs, builds and serves, whatever of it is needed. */
import { buildIfStale, install, requireNode, ROOT } from './prepare.mjs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

requireNode();
install();
await buildIfStale();
process.argv.splice(2, 0, 'serve');
await import(pathToFileURL(join(ROOT, 'apps/cli/bin/throughline.mjs')).href);
