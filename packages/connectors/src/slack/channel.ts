/**
 * Slack: messages of channels and to the app (Events API), a message shortcut, a slash command. One address takes all
 * three; what they are is told by the body. Requests are signed as Slack's “Verifying requests” says, version v0.
 */
import type { JsonObject } from '@throughline/base';
import type { Access, Channel, HookRequest, Reading } from '../channel.ts';
import { objectOf, textOf } from '../json-value.ts';
import { parseObject } from '../parse-payload.ts';
import { headerOf, isFresh, isSignature } from '../signature.ts';
import { findAuthor } from './find-author.ts';
import { plainText } from './plain-text.ts';
import { postReply } from './post-reply.ts';
import { makeSaid } from './said.ts';

export const slack: Channel = {
  key: 'slack',
  settings: [
    {
      name: 'workspace',
      label: 'Address of the workspace',
      pattern: /^[a-z0-9-]{1,80}$/,
      example: 'acme',
      isOptional: true,
    },
  ],
  secrets: [
    { name: 'signingSecret', label: 'Signing Secret' },
    { name: 'botToken', label: 'Bot User OAuth Token', example: 'xoxb-…', isOptional: true },
  ],
  origin: () => 'https://slack.com',
  hook: { isGenuine, read },
  reply: postReply,
};

function isGenuine(request: HookRequest, { signingSecret: key = '' }: Readonly<Record<string, string>>) {
  const at = headerOf(request, 'x-slack-request-timestamp');
  return (
    isFresh(Number(at) * 1000, request.now) &&
    isSignature(headerOf(request, 'x-slack-signature').replace(/^v0=/, ''), [`v0:${at}:`, request.body], {
      algorithm: 'sha256',
      key,
      encoding: 'hex',
    })
  );
}

async function read(request: HookRequest, access: Access): Promise<Reading> {
  if (!headerOf(request, 'content-type').startsWith('application/x-www-form-urlencoded'))
    return readEvent(parseObject(request.body), access);
  const form = new URLSearchParams(request.body.toString());
  const payload = form.get('payload');
  return payload === null ? readCommand(form, access) : readShortcut(parseObject(payload), access);
}

/** https://api.slack.com/events-api: `url_verification`, and messages people write. */
async function readEvent(payload: JsonObject, access: Access): Promise<Reading> {
  if (payload['type'] === 'url_verification')
    return { said: [], answer: { type: 'text/plain', body: textOf(payload['challenge']) ?? '' } };
  const event = objectOf(payload['event']);
  return isWord(event) ? readMessage(event, textOf(payload['team_id']) ?? '', access) : { said: [] };
}

/** Edits, joins and what apps write, this one above all, are nobody's words. */
const SAID: ReadonlySet<unknown> = new Set([undefined, 'file_share', 'thread_broadcast', 'me_message']);

function isWord({ type, subtype, bot_id: bot, bot_profile: profile, hidden }: JsonObject): boolean {
  if (type !== 'message' && type !== 'app_mention') return false;
  return SAID.has(subtype) && bot === undefined && profile === undefined && hidden !== true;
}

async function readMessage(message: JsonObject, team: string, access: Access): Promise<Reading> {
  const { channel, ts, thread_ts: root = ts, user, text } = message;
  const author = await findAuthor(textOf(user), access);
  const said = makeSaid({ team, channel, ts, root, text }, author, access.settings);
  return { said: said ? [said] : [] };
}

/** `/feedback the words`: begins a conversation of its own, where nothing can be answered in a thread. */
async function readCommand(form: URLSearchParams, access: Access): Promise<Reading> {
  const text = plainText(form.get('text') ?? '');
  if (form.get('ssl_check') === '1') return { said: [] };
  if (text === '') return { said: [], answer: toUser('Write what you want to say after the command.') };
  const id = form.get('trigger_id') ?? '';
  const author = await findAuthor(
    form.get('user_id') ?? undefined,
    access,
    form.get('user_name') ?? undefined,
  );
  const said = id === '' ? [] : [{ id: `command/${id}`, body: text, author }];
  return { said, answer: toUser('Thank you, it is kept.') };
}

/** https://api.slack.com/reference/interaction-payloads/shortcuts: “Send as feedback” on somebody's message. */
async function readShortcut(payload: JsonObject, access: Access): Promise<Reading> {
  const message = objectOf(payload['message']);
  if (payload['type'] !== 'message_action') return { said: [] };
  const place = { channel: textOf(objectOf(payload['channel'])['id']) ?? '' };
  return readMessage({ ...message, ...place }, textOf(objectOf(payload['team'])['id']) ?? '', access);
}

function toUser(text: string) {
  return { type: 'application/json', body: JSON.stringify({ response_type: 'ephemeral', text }) };
}
