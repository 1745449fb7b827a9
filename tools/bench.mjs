/** `npm run bench [-- NAME …] [--json]`: installs, builds and measures, whatever of it is needed. */
import { spawnSync } from 'node:child_process';
import { rolldown } from 'rolldown';
import { buildIfStale, install, requireNode, ROOT } from './prepare.mjs';

requireNode();
install();
await buildIfStale();
const build = await rolldown({
  input: `${ROOT}/bench/main.ts`,
  platform: 'node',
  external: (id) => /^[^./]/.test(id) && !id.startsWith('@throughline/'),
});
const file = `${ROOT}/bench/dist/main.mjs`;
await build.write({ file, format: 'esm', codeSplitting: false });
await build.close();
const { status } = spawnSync(process.execPath, [file, ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: 'inherit',
});
process.exit(status ?? 1);
