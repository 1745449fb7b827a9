/**
 * `npm test`: every test there is, with what is missing installed or named. Its last line counts all runners
 * together: `N passed, N failed, N skipped`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildIfStale, install, requireNode, ROOT } from './prepare.mjs';

requireNode();
install();
await buildIfStale();

const results = join(ROOT, '.cache');
mkdirSync(results, { recursive: true });
const environment = {
  ...process.env,
  THROUGHLINE_DATA: process.env.THROUGHLINE_DATA ?? resolve(ROOT, '../shared/data'),
};
nameMissing();

const total = { passed: 0, failed: 0, skipped: 0 };
count(runVitest());
count(runBrowser());
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exit(total.failed === 0 ? 0 : 1);

function nameMissing() {
  if (!existsSync(environment.THROUGHLINE_DATA))
    console.log(`Missing: the data sets at ${environment.THROUGHLINE_DATA} (set THROUGHLINE_DATA).`);
  if (!existsSync('/usr/bin/chromium') && process.env.CHROMIUM_PATH === undefined)
    console.log('Missing: Chromium (set CHROMIUM_PATH).');
}

function count({ passed, failed, skipped }) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}

/** A runner that fails without a failing test has failed all the same. */
function withExit(counts, status) {
  return status === 0 || counts.failed > 0 ? counts : { ...counts, failed: counts.failed + 1 };
}

function runVitest() {
  const output = join(results, 'vitest.json');
  rmSync(output, { force: true });
  const { status } = spawnSync(
    join(ROOT, 'node_modules/.bin/vitest'),
    ['run', '--reporter', 'default', '--reporter', 'json', '--outputFile.json', output],
    { cwd: ROOT, stdio: 'inherit', env: environment },
  );
  if (!existsSync(output)) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(readFileSync(output, 'utf8'));
  return withExit(
    {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    },
    status,
  );
}

function runBrowser() {
  const output = join(results, 'playwright.json');
  rmSync(output, { force: true });
  const { status } = spawnSync(
    join(ROOT, 'node_modules/.bin/playwright'),
    ['test', '--config', 'tests/e2e/playwright.config.ts'],
    {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...environment, PLAYWRIGHT_JSON_OUTPUT_NAME: output },
    },
  );
  if (!existsSync(output)) return { passed: 0, failed: 1, skipped: 0 };
  const { stats } = JSON.parse(readFileSync(output, 'utf8'));
  return withExit(
    { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped },
    status,
  );
}
