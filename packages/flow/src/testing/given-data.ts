/** The real data, where this machine has it. */
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import type { Chunks } from '../read/read-options.ts';

const ROOT = process.env['THROUGHLINE_DATA'] ?? join(import.meta.dirname, '../../../../../shared/data');

/** Undefined where it is not there. */
export function givenPath(path: string): string | undefined {
  const found = join(ROOT, path);
  return existsSync(found) ? found : undefined;
}

export function openGiven(path: string): Chunks {
  const source = createReadStream(join(ROOT, path));
  return path.endsWith('.gz') ? source.pipe(createGunzip()) : source;
}
