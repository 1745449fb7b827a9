/** Signs requests as the vendors describe it, apart from how they are checked. */
import { createHmac } from 'node:crypto';

export type SignedHook = { readonly headers: Readonly<Record<string, string>>; readonly body: string };

const FORM = 'application/x-www-form-urlencoded';

/** An object goes as JSON, pairs as a form. */
export function signAsSlack(
  secret: string,
  payload: object | URLSearchParams,
  at: number = Date.now(),
): SignedHook {
  const isForm = payload instanceof URLSearchParams;
  const body = isForm ? payload.toString() : JSON.stringify(payload);
  const seconds = String(Math.floor(at / 1000));
  const digest = createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex');
  return {
    body,
    headers: {
      'content-type': isForm ? FORM : 'application/json',
      'x-slack-request-timestamp': seconds,
      'x-slack-signature': `v0=${digest}`,
    },
  };
}

export function signAsTeams(token: string, payload: object): SignedHook {
  const body = JSON.stringify(payload);
  const digest = createHmac('sha256', Buffer.from(token, 'base64')).update(body, 'utf8').digest('base64');
  return { body, headers: { 'content-type': 'application/json', authorization: `HMAC ${digest}` } };
}

export function signAsIntercom(secret: string, payload: object): SignedHook {
  const body = JSON.stringify(payload);
  const digest = createHmac('sha1', secret).update(body).digest('hex');
  return { body, headers: { 'content-type': 'application/json', 'x-hub-signature': `sha1=${digest}` } };
}

export function signAsZendesk(secret: string, payload: object, at: number = Date.now()): SignedHook {
  const body = JSON.stringify(payload);
  const time = new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
  const digest = createHmac('sha256', secret)
    .update(time + body)
    .digest('base64');
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'x-zendesk-webhook-signature': digest,
      'x-zendesk-webhook-signature-timestamp': time,
    },
  };
}

export function signAsHubSpot(secret: string, url: string, payload: object, at = Date.now()): SignedHook {
  const body = JSON.stringify(payload);
  const digest = createHmac('sha256', secret).update(`POST${url}${body}${at}`).digest('base64');
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'x-hubspot-signature-v3': digest,
      'x-hubspot-request-timestamp': String(at),
    },
  };
}
