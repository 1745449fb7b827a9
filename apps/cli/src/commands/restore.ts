import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { restoreBackup, type RestoreReport } from '@throughline/server';
import type { Place } from '../place.ts';

/** Restoring needs the database alone, so nothing may have it open. */
export async function restore(place: Place, file: string): Promise<RestoreReport> {
  await mkdir(place.dataDirectory, { recursive: true });
  return restoreBackup({
    file,
    dataDirectory: place.dataDirectory,
    blobs: join(place.dataDirectory, 'blobs'),
    ...(place.databaseUrl === undefined ? {} : { databaseUrl: place.databaseUrl }),
  });
}
