/** Channels that are asked for what is new. Several processes may: one at a time reads a channel. */
import type { Json } from '@throughline/base';
import { OutsideFault } from '@throughline/connectors';
import {
  holdChannel,
  releaseChannel,
  restChannel,
  wakeChannel,
  type ChannelPlace,
  type Runtime,
} from '@throughline/operations';

/** Whoever reads it and was not heard of for so long is gone. */
const LOST_MS = 600_000;

export type ChannelReading = {
  /** How often it is asked. */
  readonly everyMs: number;
  /** Reads on from where it was read to; moves the cursor itself, once what is before it is kept. */
  readonly read: (cursor: Json) => Promise<void>;
};

/** What the other side does not do is kept as the channel's fault, and it is left alone for a while. */
export async function readChannel(
  { database, ids }: Runtime,
  place: ChannelPlace,
  { everyMs, read }: ChannelReading,
): Promise<void> {
  const instant = (ms: number): string => new Date(ids.now() + ms).toISOString();
  const held = await holdChannel(database, place, {
    at: instant(0),
    notReadSince: instant(-everyMs),
    until: instant(LOST_MS),
  });
  if (held === null) return;
  try {
    await read(held.cursor);
    await wakeChannel(database, place);
    await releaseChannel(database, place, instant(0));
  } catch (error) {
    const isOutside = error instanceof OutsideFault;
    const fault = isOutside ? error.message : 'What came could not be kept; it is tried again.';
    await restChannel(database, place, { fault, at: instant(0), waitMs: isOutside ? error.waitMs : 0 });
    if (!isOutside) throw error;
  }
}
