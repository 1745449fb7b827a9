/** Which Throughline is written to, and as whom. The token is in this browser alone. */
import type { Browser } from './browser.ts';

export type Installation = { readonly origin: string; readonly token: string };

const KEY = 'installation';

/** `https://host[:port]`; null for what is no address, or one whose token others could read on its way. */
export function parseOrigin(text: string): string | null {
  const typed = text.trim();
  const whole = /^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (!URL.canParse(whole)) return null;
  const { protocol, hostname, origin } = new URL(whole);
  if (protocol === 'https:' && hostname !== '') return origin;
  const isHere = hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
  return protocol === 'http:' && isHere ? origin : null;
}

/** The pattern of permissions; they know no ports. */
export function hostPattern(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

export async function readInstallation({ storage }: Browser): Promise<Installation | null> {
  return ((await storage.local.get(KEY))[KEY] as Installation | undefined) ?? null;
}

export async function keepInstallation({ storage }: Browser, installation: Installation): Promise<void> {
  await storage.local.set({ [KEY]: installation });
}

export async function forgetInstallation({ storage }: Browser): Promise<void> {
  await storage.local.remove(KEY);
}
