import { PGlite } from '@electric-sql/pglite';

const SETTINGS = {
  fsync: 'on',
  // With fdatasync, the default, PGlite never reaches the file system's fsync.
  wal_sync_method: 'fsync',
  shared_buffers: '32MB',
  TimeZone: 'UTC',
  DateStyle: 'ISO, YMD',
};

/** PGlite's own parameters without `-F`, which turns fsync off, and with the settings above. */
export function makeStartParameters() {
  const own = PGlite.defaultStartParams.filter((parameter) => parameter !== '-F');
  return own.concat(Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]));
}
