/** Answers go into the conversation they belong to; a program that does not take them is left alone for a while. */
import { OutsideFault } from '@throughline/connectors';
import { findConnection, restChannel, wakeChannel, type DeliverReply } from '@throughline/operations';
import type { Services } from '../routes/services.ts';
import { openConnection } from './open-access.ts';

type ReplyServices = Pick<Services, 'runtime' | 'channelSecrets' | 'origins'>;

export function makeDeliverReply(services: ReplyServices): DeliverReply {
  const { runtime } = services;
  const { database } = runtime;
  return async ({ id, connection, workspace, to, text }) => {
    const found = await findConnection(runtime, connection);
    const opened = found && openConnection(services, found);
    if (opened?.channel.reply === undefined)
      return { fault: 'The connection by which it would go is closed.', lasts: true };
    const place = { workspace, channel: connection };
    try {
      await opened.channel.reply({ id, thread: to, text }, opened.access);
      await wakeChannel(database, place);
      return null;
    } catch (error) {
      if (!(error instanceof OutsideFault)) throw error;
      const { message: fault, lasts, waitMs } = error;
      const at = new Date(runtime.ids.now()).toISOString();
      if (!lasts) await restChannel(database, place, { fault, at, waitMs });
      return { fault, lasts };
    }
  };
}
