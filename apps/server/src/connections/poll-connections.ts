/** Asks the programs that tell nothing by themselves. */
import { CHANNELS_OF } from '@throughline/connectors';
import { CONNECTORS } from '@throughline/model';
import {
  findConnection,
  listPolled,
  moveChannelCursor,
  receiveWord,
  type FoundConnection,
} from '@throughline/operations';
import type { Services } from '../routes/services.ts';
import { openConnection, type OpenedConnection } from './open-access.ts';
import { readChannel } from './read-channel.ts';

type PollServices = Pick<Services, 'runtime' | 'channelSecrets' | 'origins'>;

/** How often a connection is asked. */
const EVERY_MS = 300_000;
/** Pages at once; the rest is for the next time. */
const MOST_PAGES = 50;

const POLLED = CONNECTORS.filter(({ key }) => CHANNELS_OF[key].poll !== undefined).map(({ key }) => key);

export async function pollConnections(services: PollServices): Promise<void> {
  const { runtime } = services;
  for (const id of await listPolled(runtime, POLLED)) {
    const found = await findConnection(runtime, id);
    const opened = found && openConnection(services, found);
    if (found && opened) await pollConnection(services, found, opened);
  }
}

async function pollConnection(
  { runtime }: PollServices,
  found: FoundConnection,
  opened: OpenedConnection,
): Promise<void> {
  const place = { workspace: found.workspace, channel: found.connection.id };
  await readChannel(runtime, place, {
    everyMs: EVERY_MS,
    read: async (cursor) =>
      readOn({ runtime }, { found, opened, cursor: typeof cursor === 'string' ? cursor : null }),
  });
}

type Reading = {
  readonly found: FoundConnection;
  readonly opened: OpenedConnection;
  readonly cursor: string | null;
};

/** The cursor moves once what is before it is kept: what is read twice is known by its ids. */
async function readOn(
  { runtime }: Pick<Services, 'runtime'>,
  { found, opened, cursor }: Reading,
): Promise<void> {
  const place = { workspace: found.workspace, channel: found.connection.id };
  let since = cursor;
  for (let page = 0; page < MOST_PAGES; page++) {
    const polled = await opened.channel.poll?.(since, opened.access);
    if (polled === undefined) return;
    for (const word of polled.said) await receiveWord(runtime, found, word);
    await moveChannelCursor(runtime.database, place, polled.cursor);
    if (!polled.hasMore) return;
    since = polled.cursor;
  }
}
