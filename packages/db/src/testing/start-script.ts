import { fork, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { rolldown } from 'rolldown';
import { findCache } from '../embedded/template.ts';
import { findPackageRoot } from '../package-root.ts';

/**
 * Runs a TypeScript file in a process of its own, bundled as an app's build would do it, and resolves when it
 * sends its first message. For tests that kill it.
 */
export async function startScript(file: string, args: readonly string[]): Promise<ChildProcess> {
  const name = `${basename(file, '.ts')}-${randomBytes(6).toString('hex')}.mjs`;
  const bundle = join(findCache(findPackageRoot()), 'scripts', name);
  const build = await rolldown({
    input: file,
    platform: 'node',
    external: (id) => /^[^./]/.test(id) && !id.startsWith('@throughline/'),
  });
  await build.write({ file: bundle, format: 'esm', codeSplitting: false });
  await build.close();
  const child = fork(bundle, args, { stdio: 'inherit' });
  child.once('exit', () => void rm(bundle, { force: true }));
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}`)));
  });
  return child;
}
