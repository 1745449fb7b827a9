import { randomFillSync } from 'node:crypto';

const POOL_BYTES = 8192;

/** Random bytes from the system's source, fetched some thousand at a time: asking it costs more than the bytes. */
export function makeRandomPool(): (length: number) => Uint8Array {
  let pool = new Uint8Array(0);
  let used = 0;
  return (length) => {
    if (used + length > pool.length) {
      pool = randomFillSync(new Uint8Array(Math.max(POOL_BYTES, length)));
      used = 0;
    }
    used += length;
    return pool.slice(used - length, used);
  };
}
