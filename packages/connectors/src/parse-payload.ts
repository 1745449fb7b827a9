/** What vendors send, read loosely: a body that is no JSON is as good as an empty one. */
import type { Json, JsonObject } from '@throughline/base';
import { objectOf } from './json-value.ts';

export function parseJson(body: Buffer | string): Json {
  try {
    return JSON.parse(body.toString()) as Json;
  } catch {
    return null;
  }
}

export function parseObject(body: Buffer | string): JsonObject {
  return objectOf(parseJson(body));
}

/** From seconds since 1970, as whole numbers or texts; undefined for anything else. */
export function fromSeconds(seconds: Json | undefined): string | undefined {
  const at = Number(seconds);
  if (seconds === null || seconds === undefined || !Number.isFinite(at)) return undefined;
  return at > 0 && at < 8e12 ? new Date(at * 1000).toISOString() : undefined;
}

export function fromIso(text: Json | undefined): string | undefined {
  const at = typeof text === 'string' ? Date.parse(text) : Number.NaN;
  return Number.isFinite(at) ? new Date(at).toISOString() : undefined;
}
