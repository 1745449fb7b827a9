/** Secrets of other programs lie in the database sealed: AES-256-GCM under a key of the installation. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

export type ChannelSecrets = {
  /** The same text sealed twice looks different; it opens in its own place alone. */
  readonly seal: (place: SecretPlace, text: string) => string;
  /** Null where the installation's key is another, or the text was moved or altered. */
  readonly open: (place: SecretPlace, sealed: string) => string | null;
};

export type SecretPlace = { readonly workspace: string; readonly channel: string; readonly name: string };

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export function makeChannelSecrets(secret: string): ChannelSecrets {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'throughline channel secrets', 32));
  const placeOf = ({ workspace, channel, name }: SecretPlace): Buffer =>
    Buffer.from([workspace, channel, name].join(' '));
  return {
    seal: (place, text) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(placeOf(place));
      const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString('base64url');
    },
    open: (place, sealed) => {
      const bytes = Buffer.from(sealed, 'base64url');
      if (bytes.length < NONCE_BYTES + TAG_BYTES) return null;
      const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, NONCE_BYTES))
        .setAAD(placeOf(place))
        .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      try {
        const hidden = bytes.subarray(NONCE_BYTES + TAG_BYTES);
        return Buffer.concat([decipher.update(hidden), decipher.final()]).toString('utf8');
      } catch {
        // A database that was restored elsewhere: its secrets are to be given anew.
        return null;
      }
    },
  };
}
