/** Intercom: what users and leads write in conversations, signed with the app's client secret. */
import type { Json, JsonObject } from '@throughline/base';
import type { Access, Channel, HookRequest, Reading, Reply, Said } from '../channel.ts';
import { listOf, objectOf, textOf } from '../json-value.ts';
import { mustSucceed } from '../outside-fault.ts';
import { fromSeconds, parseObject } from '../parse-payload.ts';
import { htmlToText } from '../plain-text.ts';
import { headerOf, isSignature } from '../signature.ts';

const HOSTS: Readonly<Record<string, string>> = {
  us: 'https://api.intercom.io',
  eu: 'https://api.eu.intercom.io',
  au: 'https://api.au.intercom.io',
};

export const intercom: Channel = {
  key: 'intercom',
  settings: [
    {
      name: 'region',
      label: 'Region (us, eu or au)',
      pattern: /^(?:us|eu|au)$/,
      example: 'us',
      isOptional: true,
    },
    { name: 'adminId', label: 'Id of the teammate who answers', pattern: /^\d{1,20}$/, example: '814860' },
  ],
  secrets: [
    { name: 'clientSecret', label: 'Client secret' },
    { name: 'accessToken', label: 'Access token', isOptional: true },
  ],
  origin: ({ region = 'us' }) => HOSTS[region] ?? null,
  hook: {
    isGenuine: (request, { clientSecret: key = '' }) =>
      isSignature(headerOf(request, 'x-hub-signature').replace(/^sha1=/, ''), [request.body], {
        algorithm: 'sha1',
        key,
        encoding: 'hex',
      }),
    read,
  },
  reply,
};

const CUSTOMERS: ReadonlySet<Json | undefined> = new Set(['user', 'lead', 'contact']);

async function read({ body }: HookRequest): Promise<Reading> {
  const { topic, data } = parseObject(body);
  const conversation = objectOf(objectOf(data)['item']);
  const id = textOf(conversation['id']);
  if (id === undefined) return { said: [] };
  if (topic === 'conversation.user.created') return { said: readFirst(id, conversation) };
  if (topic === 'conversation.user.replied') return { said: readParts(id, conversation) };
  return { said: [] };
}

function readFirst(thread: string, { source, created_at: at }: JsonObject): readonly Said[] {
  const { id, subject, ...first } = objectOf(source);
  const title = htmlToText(textOf(subject) ?? '');
  const said = makeSaid({ ...first, id: textOf(id) ?? thread, created_at: at ?? null }, thread);
  return said.map((each) => ({ ...each, ...(title === '' ? {} : { title }) }));
}

function readParts(thread: string, conversation: JsonObject): readonly Said[] {
  const title = htmlToText(textOf(objectOf(conversation['source'])['subject']) ?? '');
  const parts = listOf(objectOf(conversation['conversation_parts'])['conversation_parts']);
  return parts
    .flatMap((part) => makeSaid(objectOf(part), thread))
    .map((each) => ({ ...each, ...(title === '' ? {} : { title }) }));
}

/** Empty for what teammates, bots and the system say. */
function makeSaid(part: JsonObject, thread: string): readonly Said[] {
  const author = objectOf(part['author']);
  const [id, body] = [textOf(part['id']), htmlToText(textOf(part['body']) ?? '')];
  if (id === undefined || body === '' || !CUSTOMERS.has(author['type'])) return [];
  const at = fromSeconds(part['created_at']);
  const who = { id: textOf(author['id']), name: textOf(author['name']), email: textOf(author['email']) };
  return [
    {
      id: `${thread}/${id}`,
      thread,
      body,
      author: Object.fromEntries(Object.entries(who).filter(([, value]) => value !== undefined)),
      ...(at === undefined ? {} : { at }),
    },
  ];
}

async function reply({ thread, text }: Reply, { ask, settings, secrets }: Access): Promise<void> {
  mustSucceed(
    'Intercom',
    await ask({
      method: 'POST',
      path: `/conversations/${encodeURIComponent(thread)}/reply`,
      headers: {
        authorization: `Bearer ${secrets['accessToken'] ?? ''}`,
        'content-type': 'application/json',
        accept: 'application/json',
        'intercom-version': '2.11',
      },
      body: JSON.stringify({
        message_type: 'comment',
        type: 'admin',
        admin_id: settings['adminId'] ?? '',
        body: text,
      }),
    }),
  );
}
