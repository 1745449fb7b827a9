import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NAME = '@throughline/meaning';

/** The directory of this package, which holds the threads' file: found from the sources, and from a bundle through node_modules. */
export function findPackageRoot(from: string = import.meta.url): string {
  let directory = dirname(fileURLToPath(from));
  while (!isPackageRoot(directory)) {
    const parent = dirname(directory);
    if (parent === directory) return dirname(createRequire(from).resolve(`${NAME}/package.json`));
    directory = parent;
  }
  return directory;
}

function isPackageRoot(directory: string): boolean {
  const path = join(directory, 'package.json');
  if (!existsSync(path)) return false;
  const { name } = JSON.parse(readFileSync(path, 'utf8')) as { name?: unknown };
  return name === NAME;
}
