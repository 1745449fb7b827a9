/**
 * What a connector looks like: copy this folder, add its key to CONNECTORS in the model and a line to channels.ts.
 * This one takes `{id, thread, text, email}` signed with `X-Signature: hex(hmac-sha256(secret, body))`.
 */
import type { Channel, HookRequest, Reading } from '../channel.ts';
import { textOf } from '../json-value.ts';
import { mustSucceed } from '../outside-fault.ts';
import { parseObject } from '../parse-payload.ts';
import { headerOf, isSignature } from '../signature.ts';

export const template: Omit<Channel, 'key'> = {
  settings: [{ name: 'domain', label: 'Domain', pattern: /^[a-z0-9-]{1,63}$/, example: 'acme' }],
  secrets: [{ name: 'secret', label: 'Signing secret' }],
  origin: ({ domain }) => (domain === undefined ? null : `https://${domain}.example.com`),
  hook: {
    isGenuine: (request, { secret: key = '' }) =>
      isSignature(headerOf(request, 'x-signature'), [request.body], {
        algorithm: 'sha256',
        key,
        encoding: 'hex',
      }),
    read,
  },
  reply: async ({ thread, text }, { ask }) => {
    const path = `/threads/${encodeURIComponent(thread)}/messages`;
    mustSucceed('The template', await ask({ method: 'POST', path, body: JSON.stringify({ text }) }));
  },
};

async function read({ body }: HookRequest): Promise<Reading> {
  const { id, thread, text, email } = parseObject(body);
  const known = { id: textOf(id), thread: textOf(thread), body: textOf(text), email: textOf(email) };
  // What is no message is acknowledged and kept nowhere.
  if (known.id === undefined || known.body === undefined) return { said: [] };
  return {
    said: [
      {
        id: known.id,
        thread: known.thread ?? known.id,
        body: known.body,
        author: known.email === undefined ? {} : { email: known.email },
      },
    ],
  };
}
