import { mkdir } from 'node:fs/promises';
import { restoreBackup, type RestoreReport } from '@throughline/server';
import type { Place } from '../place.ts';

/** Restoring needs the database alone, so nothing may have it open. */
export async function restore(place: Place, file: string): Promise<RestoreReport> {
  await mkdir(place.dataDirectory, { recursive: true });
  return restoreBackup({
    file,
    dataDirectory: place.dataDirectory,
    ...(place.databaseUrl === undefined ? {} : { databaseUrl: place.databaseUrl }),
  });
}
