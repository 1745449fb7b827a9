/** One value under a key: AES-256-GCM, as `{"$sealed": base64 of nonce, tag and ciphertext}`. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { textOf, type Json, type JsonObject } from '@throughline/base';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const MARK = '$sealed';

export function sealValue(value: Json, key: Buffer): JsonObject {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const sealed = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
  return { [MARK]: Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64') };
}

export function isSealed(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && MARK in value;
}

/** What was sealed; throws where the key is another one or the value was altered. */
export function openValue(value: JsonObject, key: Buffer): Json {
  const bytes = Buffer.from(textOf(value[MARK] ?? ''), 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const text = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
  return JSON.parse(text.toString('utf8')) as Json;
}
