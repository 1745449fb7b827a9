import type { Access, Reply } from '../channel.ts';
import { textOf } from '../json-value.ts';
import { mustSucceed, OutsideFault } from '../outside-fault.ts';
import { parseObject } from '../parse-payload.ts';

/** `error` of answers with status 200 after which it may be tried again. */
const PASSING: ReadonlySet<string> = new Set([
  'ratelimited',
  'rate_limited',
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
]);

/** `chat.postMessage` into the thread. */
export async function postReply({ thread, text, id }: Reply, { ask, secrets }: Access): Promise<void> {
  const [channel = '', root] = thread.split('/');
  const { botToken } = secrets;
  if (botToken === undefined) throw new OutsideFault('The Bot User OAuth Token is missing.', { lasts: true });
  const answer = mustSucceed(
    'Slack',
    await ask({
      method: 'POST',
      path: '/api/chat.postMessage',
      headers: { authorization: `Bearer ${botToken}`, 'content-type': 'application/json; charset=utf-8' },
      // Slack keeps what the metadata says: a reader of the thread can tell a repeat.
      body: JSON.stringify({
        channel,
        thread_ts: root,
        text: escapeText(text),
        metadata: { event_type: 'throughline_answer', event_payload: { id } },
      }),
    }),
  );
  const { ok, error } = parseObject(answer.body);
  if (ok === true) return;
  const why = textOf(error) ?? 'unknown';
  throw new OutsideFault(`Slack refused it: ${why}`, { lasts: !PASSING.has(why) });
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
