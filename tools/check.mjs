/** The fast gate: format, lint, types, unit and architecture tests. Everything is run, then counted. */
import { spawnSync } from 'node:child_process';
import { install, requireNode, ROOT } from './prepare.mjs';

requireNode();
install();

const bin = (name) => `${ROOT}/node_modules/.bin/${name}`;
const STEPS = [
  ['format', bin('oxfmt'), ['--check']],
  ['lint', bin('oxlint'), ['--type-aware']],
  ['types: pure', bin('tsc'), ['-p', 'tsconfig.pure.json']],
  ['types: node', bin('tsc'), ['-p', 'tsconfig.node.json']],
  ['types: web', bin('tsc'), ['-p', 'tsconfig.web.json']],
  ['types: e2e', bin('tsc'), ['-p', 'tsconfig.e2e.json']],
  ['unit', bin('vitest'), ['run', '--project', 'unit', '--reporter', 'dot']],
];

let failed = 0;
for (const [name, command, args] of STEPS) {
  const started = Date.now();
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  const isOk = status === 0;
  console.log(`${isOk ? 'ok  ' : 'FAIL'} ${String(name)} ${((Date.now() - started) / 1000).toFixed(1)} s`);
  if (!isOk) {
    failed++;
    console.log(stdout + stderr);
  }
}
process.exit(failed === 0 ? 0 : 1);
