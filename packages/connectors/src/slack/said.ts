import type { Json } from '@throughline/base';
import type { Author, Said, Texts } from '../channel.ts';
import { textOf } from '../json-value.ts';
import { fromSeconds } from '../parse-payload.ts';
import { plainText } from './plain-text.ts';

type Message = {
  readonly team: string;
  readonly channel: Json | undefined;
  /** The message's own time, which Slack knows it by. */
  readonly ts: Json | undefined;
  /** The time of the message that the thread began with. */
  readonly root: Json | undefined;
  readonly text: Json | undefined;
};

/** The thread is `<channel>/<ts of its first message>`: what an answer needs. */
export function makeSaid(message: Message, author: Author, { workspace }: Texts): Said | undefined {
  const [channel, ts, root] = [textOf(message.channel), textOf(message.ts), textOf(message.root)];
  const body = plainText(textOf(message.text) ?? '');
  if (channel === undefined || ts === undefined || body === '') return undefined;
  const at = fromSeconds(ts);
  return {
    id: `${channel}/${ts}`,
    thread: `${channel}/${root ?? ts}`,
    body,
    author,
    ...(at === undefined ? {} : { at }),
    ...(workspace === undefined
      ? {}
      : { link: `https://${workspace}.slack.com/archives/${channel}/p${ts.replace('.', '')}` }),
  };
}
