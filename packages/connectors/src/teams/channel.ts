/**
 * Microsoft Teams by an outgoing webhook: messages that mention it, signed with the token that Teams showed when it
 * was made. It can answer at once and never later, so nothing is replied by it.
 */
import type { Channel, HookRequest, Reading } from '../channel.ts';
import { objectOf, textOf } from '../json-value.ts';
import { fromIso, parseObject } from '../parse-payload.ts';
import { htmlToText } from '../plain-text.ts';
import { headerOf, isSignature } from '../signature.ts';

export const teams: Channel = {
  key: 'teams',
  settings: [],
  secrets: [{ name: 'securityToken', label: 'Security token', pattern: /^[A-Za-z0-9+/]{20,}={0,2}$/ }],
  origin: () => null,
  hook: {
    isGenuine: (request, { securityToken = '' }) =>
      isSignature(headerOf(request, 'authorization').replace(/^HMAC /, ''), [request.body], {
        algorithm: 'sha256',
        key: Buffer.from(securityToken, 'base64'),
        encoding: 'base64',
      }),
    read,
  },
};

async function read({ body }: HookRequest): Promise<Reading> {
  const activity = parseObject(body);
  const from = objectOf(activity['from']);
  const id = textOf(activity['id']);
  const text = htmlToText((textOf(activity['text']) ?? '').replaceAll(/<at>[^<]*<\/at>/g, ''));
  if (activity['type'] !== 'message' || id === undefined) return { said: [] };
  if (text === '') return { said: [], answer: toChannel('Write what you want to say after my name.') };
  const name = textOf(from['name']);
  const author = textOf(from['aadObjectId']) ?? textOf(from['id']);
  const at = fromIso(activity['timestamp']);
  // In channels it names the message that the thread began with: `19:…@thread.tacv2;messageid=…`.
  const thread = textOf(objectOf(activity['conversation'])['id']) ?? id;
  return {
    said: [
      {
        id: `${thread}/${id}`,
        thread,
        body: text,
        author: { ...(author === undefined ? {} : { id: author }), ...(name === undefined ? {} : { name }) },
        ...(at === undefined ? {} : { at }),
      },
    ],
    answer: toChannel('Thank you, it is kept.'),
  };
}

function toChannel(text: string) {
  return { type: 'application/json', body: JSON.stringify({ type: 'message', text }) };
}
