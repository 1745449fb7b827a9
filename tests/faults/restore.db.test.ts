/** Restores cut short at random moments: whole or nothing, and the next one works. */
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { must } from '@throughline/base';
import { migrate } from '@throughline/db';
import { MODEL } from '@throughline/model';
import { listWorkspaces, verifyWorkspace } from '@throughline/operations';
import { afterAll, describe, expect, it } from 'vitest';
import {
  DATABASES,
  inDatabase,
  kill,
  makePlace,
  POSTGRES,
  startCommand,
  type Place,
} from './served-process.ts';

const KILLS = Math.ceil(Number(process.env['THROUGHLINE_KILLS'] ?? 15) / 4);
const LONGEST_MS = 3000;

describe.each(DATABASES)('a restore ($kind)', ({ kind }) => {
  const isMissing = kind === 'PostgreSQL' && POSTGRES === undefined;
  const closers: (() => Promise<unknown>)[] = [];
  afterAll(async () => {
    for (const close of closers.toReversed()) await close();
  });

  it.skipIf(isMissing)(
    `cut short ${KILLS} times leaves all or nothing, and works the next time`,
    async () => {
      const source = await makePlace('embedded', closers);
      const admin = ['--email', 'ada@example.com', '--password', 'correct horse', '--workspace', 'Acme'];
      await run(source, ['setup', ...admin, '--sample']);
      const file = join(source.directory, 'backup.tgz');
      await run(source, ['backup', file]);
      let place = await makePlace(kind, closers);
      for (let round = 0; round < KILLS; round++) {
        const child = startCommand(place, ['restore', file]);
        await sleep(Math.random() * LONGEST_MS);
        await kill(child);
        // Where it was quicker than the kill, the next one begins elsewhere.
        if (await isWhole(place)) place = await makePlace(kind, closers);
      }
      await run(place, ['restore', file]);
      expect(await isWhole(place)).toBe(true);
    },
    120_000 + KILLS * 15_000,
  );
});

/** Neither a part: an empty database, or everything as the log tells it. */
async function isWhole(place: Place): Promise<boolean> {
  return inDatabase(place, async (database) => {
    await migrate(database);
    const [id] = await listWorkspaces(database);
    if (id === undefined) return false;
    const { found, records } = await verifyWorkspace(database, MODEL, must(id));
    expect({ found, isFull: records > 2000 }).toEqual({ found: 0, isFull: true });
    return true;
  });
}

async function run(place: Place, args: readonly string[]): Promise<void> {
  const child = startCommand(place, args);
  child.stdout?.resume();
  const [code] = (await once(child, 'exit')) as [number];
  if (code !== 0) throw new Error(`throughline ${args.join(' ')} ended with ${code}`);
}
