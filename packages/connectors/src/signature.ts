import { createHmac, timingSafeEqual } from 'node:crypto';
import type { HookRequest } from './channel.ts';

export type SignatureScheme = {
  readonly algorithm: 'sha1' | 'sha256';
  readonly key: string | Buffer;
  readonly encoding: 'hex' | 'base64';
};

/** Whether a text is the keyed hash of the parts one after the other (RFC 2104); takes as long either way. */
export function isSignature(
  given: string,
  parts: readonly (string | Buffer)[],
  { algorithm, key, encoding }: SignatureScheme,
): boolean {
  if (key.length === 0) return false;
  const hmac = createHmac(algorithm, key);
  for (const part of parts) hmac.update(part);
  const expected = Buffer.from(hmac.digest(encoding));
  const actual = Buffer.from(given);
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}

/** One value of a header; empty where it is missing or came more than once. */
export function headerOf({ headers }: HookRequest, name: string): string {
  const value = headers[name];
  return typeof value === 'string' ? value : '';
}

/** Older or newer than that, in milliseconds, it may be a repeat by somebody else. */
const FRESH_MS = 300_000;

export function isFresh(at: number, now: number): boolean {
  return Number.isFinite(at) && Math.abs(now - at) <= FRESH_MS;
}
