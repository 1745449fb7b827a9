/** Asks the programs that tell nothing by themselves. Several processes may: one at a time reads a connection. */
import { CHANNELS_OF, OutsideFault } from '@throughline/connectors';
import { CONNECTORS } from '@throughline/model';
import {
  findConnection,
  holdChannel,
  listPolled,
  moveChannelCursor,
  receiveWord,
  releaseChannel,
  restChannel,
  wakeChannel,
  type FoundConnection,
} from '@throughline/operations';
import type { Services } from '../routes/services.ts';
import { openConnection, type OpenedConnection } from './open-access.ts';

type PollServices = Pick<Services, 'runtime' | 'channelSecrets' | 'origins'>;

/** How often a connection is asked. */
const EVERY_MS = 300_000;
/** Whoever reads it and was not heard of for so long is gone. */
const LOST_MS = 600_000;
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
  const { database, ids } = runtime;
  const place = { workspace: found.workspace, channel: found.connection.id };
  const instant = (ms: number): string => new Date(ids.now() + ms).toISOString();
  const held = await holdChannel(database, place, {
    at: instant(0),
    notReadSince: instant(-EVERY_MS),
    until: instant(LOST_MS),
  });
  if (held === null) return;
  try {
    await readOn(
      { runtime },
      { found, opened, cursor: typeof held.cursor === 'string' ? held.cursor : null },
    );
    await wakeChannel(database, place);
    await releaseChannel(database, place, instant(0));
  } catch (error) {
    const isOutside = error instanceof OutsideFault;
    const fault = isOutside ? error.message : 'What came could not be kept; it is tried again.';
    await restChannel(database, place, { fault, at: instant(0), waitMs: isOutside ? error.waitMs : 0 });
    if (!isOutside) throw error;
  }
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
