import { basename } from 'node:path';
import { openFile } from '@throughline/connectors';
import type { SourceFile } from '@throughline/operations';

/** Files as they were uploaded, under the names they were sent with: on disk their place among several is before it. */
export async function openUploads(paths: readonly string[]): Promise<readonly SourceFile[]> {
  return Promise.all(paths.map((path) => openFile(path, basename(path).replace(/^\d+-/, ''))));
}
