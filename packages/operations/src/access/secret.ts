/** Secrets of tokens and links: 256 random bits, shown once; only their hash is kept. */
import { createHash } from 'node:crypto';
import type { IdSource } from '@throughline/base';

export function makeSecret(prefix: string, ids: IdSource): string {
  return `${prefix}_${Buffer.from(ids.randomBytes(32)).toString('base64url')}`;
}

export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
