/** Zendesk: new tickets and what customers add to them, by a webhook that is subscribed to ticket events. */
import type { JsonObject } from '@throughline/base';
import type { Access, Author, Channel, HookRequest, Question, Reading, Reply } from '../channel.ts';
import { objectOf, textOf } from '../json-value.ts';
import { mustSucceed } from '../outside-fault.ts';
import { fromIso, parseObject } from '../parse-payload.ts';
import { headerOf, isFresh, isSignature } from '../signature.ts';

export const zendesk: Channel = {
  key: 'zendesk',
  settings: [
    { name: 'subdomain', label: 'Subdomain', pattern: /^[a-z0-9][a-z0-9-]{0,62}$/, example: 'acme' },
    { name: 'agent', label: 'E-mail address of the agent who answers', pattern: /^[^\s:@]+@[^\s:@]+$/ },
  ],
  secrets: [
    { name: 'signingSecret', label: 'Signing secret of the webhook' },
    { name: 'apiToken', label: 'API token', isOptional: true },
  ],
  origin: ({ subdomain }) => (subdomain === undefined ? null : `https://${subdomain}.zendesk.com`),
  hook: { isGenuine, read },
  reply,
};

function isGenuine(request: HookRequest, { signingSecret: key = '' }: Readonly<Record<string, string>>) {
  const at = headerOf(request, 'x-zendesk-webhook-signature-timestamp');
  return (
    isFresh(Date.parse(at), request.now) &&
    isSignature(headerOf(request, 'x-zendesk-webhook-signature'), [at, request.body], {
      algorithm: 'sha256',
      key,
      encoding: 'base64',
    })
  );
}

async function read({ body }: HookRequest, access: Access): Promise<Reading> {
  const { type, detail, event, time } = parseObject(body);
  const ticket = objectOf(detail);
  const thread = textOf(ticket['id']);
  const title = textOf(ticket['subject']);
  if (thread === undefined) return { said: [] };
  const word = wordOf(type, ticket, objectOf(objectOf(event)['comment']));
  if (word === undefined) return { said: [] };
  const at = fromIso(time);
  const { subdomain } = access.settings;
  return {
    said: [
      {
        id: `${thread}/${word.id}`,
        thread,
        body: word.body,
        author: await findAuthor(word.author, word.name, access),
        ...(title === undefined ? {} : { title }),
        ...(at === undefined ? {} : { at }),
        ...(subdomain === undefined
          ? {}
          : { link: `https://${subdomain}.zendesk.com/agent/tickets/${thread}` }),
      },
    ],
  };
}

type Word = {
  readonly id: string;
  readonly body: string;
  readonly author: string | undefined;
  readonly name?: string | undefined;
};

/** Undefined for what agents say, in public or among themselves, and for everything that is no word. */
function wordOf(type: unknown, ticket: JsonObject, comment: JsonObject): Word | undefined {
  if (type === 'zen:event-type:ticket.created') {
    const body = textOf(ticket['description']);
    const author = textOf(ticket['requester_id']);
    return body === undefined ? undefined : { id: 'first', body, author };
  }
  if (type !== 'zen:event-type:ticket.comment_added' || comment['is_public'] === false) return undefined;
  const author = objectOf(comment['author']);
  const [id, body] = [textOf(comment['id']), textOf(comment['body'])];
  if (id === undefined || body === undefined || author['is_staff'] === true) return undefined;
  return { id, body, author: textOf(author['id']), name: textOf(author['name']) };
}

/** Zendesk waits up to twelve seconds, and tries again where it was not answered. */
const PATIENCE_MS = 4000;

async function findAuthor(id: string | undefined, name: string | undefined, access: Access): Promise<Author> {
  const known: Author = { ...(id === undefined ? {} : { id }), ...(name === undefined ? {} : { name }) };
  if (id === undefined || access.secrets['apiToken'] === undefined) return known;
  const path = `/api/v2/users/${encodeURIComponent(id)}.json`;
  const answer = await access.ask(asAgent({ method: 'GET', path, patience: PATIENCE_MS }, access)).catch(
    // The words count more than the name.
    () => null,
  );
  const user = objectOf(parseObject(answer?.body ?? '')['user']);
  const [called, email] = [textOf(user['name']), textOf(user['email'])];
  return {
    ...known,
    ...(called === undefined ? {} : { name: called }),
    ...(email === undefined ? {} : { email }),
  };
}

async function reply({ thread, text }: Reply, access: Access): Promise<void> {
  const path = `/api/v2/tickets/${encodeURIComponent(thread)}.json`;
  const body = JSON.stringify({ ticket: { comment: { body: text, public: true } } });
  mustSucceed('Zendesk', await access.ask(asAgent({ method: 'PUT', path, body }, access)));
}

function asAgent(question: Question, { settings, secrets }: Access): Question {
  const pair = `${settings['agent'] ?? ''}/token:${secrets['apiToken'] ?? ''}`;
  return {
    ...question,
    headers: {
      authorization: `Basic ${Buffer.from(pair).toString('base64')}`,
      'content-type': 'application/json',
    },
  };
}
