/** `npm run faults`: kills servers a hundred times on each database; `THROUGHLINE_KILLS` says how often. */
import { install, requireNode, run, ROOT } from './prepare.mjs';

requireNode();
install();
const kills = process.env.THROUGHLINE_KILLS ?? '100';
run(`${ROOT}/node_modules/.bin/vitest`, ['run', '--project', 'db', 'tests/faults', 'power-cut', 'faults'], {
  env: { ...process.env, THROUGHLINE_KILLS: kills },
});
