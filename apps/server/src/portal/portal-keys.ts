/** What the portal hands to browsers is signed: who signed in, and links that prove an address. */
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

export type PortalKeys = {
  /** `claims` as text that nobody else can make; good until then, in milliseconds. */
  readonly sign: (purpose: Purpose, claims: readonly string[], until: number) => string;
  /** The claims of a text of ours that is still good; null for any other. */
  readonly open: (purpose: Purpose, text: string, now: number) => readonly string[] | null;
  /** What a customer's own app signs its tokens with; another one after each renewal. */
  readonly appKey: (portal: string, turn: number) => Uint8Array;
};

/** A text made for one purpose is none for another. */
export type Purpose = 'session' | 'widget' | 'link' | 'leave' | 'subscribe' | 'unfollow' | 'survey';

export function makePortalKeys(secret: string): PortalKeys {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'throughline portal', 32));
  const seal = (purpose: Purpose, payload: string): string =>
    createHmac('sha256', key).update(`${purpose}.${payload}`).digest('base64url');
  return {
    appKey: (portal, turn) =>
      new Uint8Array(hkdfSync('sha256', secret, '', `throughline portal app ${portal} ${turn}`, 32)),
    sign: (purpose, claims, until) => {
      const payload = Buffer.from(JSON.stringify([until, ...claims])).toString('base64url');
      return `${payload}.${seal(purpose, payload)}`;
    },
    open: (purpose, text, now) => {
      const [payload = '', mark = ''] = text.split('.');
      const expected = Buffer.from(seal(purpose, payload));
      const given = Buffer.from(mark);
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
      const [until, ...claims] = JSON.parse(Buffer.from(payload, 'base64url').toString()) as [
        number,
        ...string[],
      ];
      return until > now ? claims : null;
    },
  };
}
