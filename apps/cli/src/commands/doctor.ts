/** Looks at what an installation needs, and says what to do about what is missing. */
import { access, constants, statfs } from 'node:fs/promises';
import type { Connection } from '../connect.ts';
import type { Place } from '../place.ts';

export type Finding = { readonly check: string; readonly ok: boolean; readonly note: string };

const LEAST_FREE_BYTES = 1_000_000_000;

export async function doctor(place: Place, open: () => Promise<Connection>): Promise<readonly Finding[]> {
  return [checkNode(), await checkDirectory(place), await checkSpace(place), await checkDatabase(open)];
}

function checkNode(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const ok = major > 20 || (major === 20 && minor >= 19);
  return {
    check: 'node',
    ok,
    note: ok ? process.version : `${process.version}; 20.19 or newer is needed, 24 recommended`,
  };
}

async function checkDirectory({ dataDirectory }: Place): Promise<Finding> {
  const isWritable = await access(dataDirectory, constants.W_OK).then(
    () => true,
    () => false,
  );
  return {
    check: 'data directory',
    ok: isWritable,
    note: isWritable ? dataDirectory : `${dataDirectory} is missing or cannot be written`,
  };
}

async function checkSpace({ dataDirectory }: Place): Promise<Finding> {
  const disk = await statfs(dataDirectory).catch(() => null);
  const free = disk === null ? 0 : disk.bavail * disk.bsize;
  return { check: 'disk space', ok: free >= LEAST_FREE_BYTES, note: `${(free / 1e9).toFixed(1)} GB free` };
}

async function checkDatabase(open: () => Promise<Connection>): Promise<Finding> {
  try {
    const connection = await open();
    await connection.close();
    return { check: 'database', ok: true, note: 'answers, and its schema is of this release' };
  } catch (error) {
    return { check: 'database', ok: false, note: (error as Error).message };
  }
}
