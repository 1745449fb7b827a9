/** Gives numbers to names as bytes, without making a string for a name that was met before. */
import { decodeText, encodeText, type Encoding } from '../read/decode-text.ts';

const FREE = -1;
export const HASH_SEED = 0x811c9dc5 | 0;
const HASH_PRIME = 0x01000193;

/** One step of FNV-1a (Fowler, Noll, Vo; public domain), so that scanners hash while they look for the end. */
export function hashByte(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, HASH_PRIME);
}

export function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = HASH_SEED;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] as number), HASH_PRIME);
  return hash;
}

/** Open addressing over one arena of bytes: about 20 bytes a name beside its text. */
export class NameTable {
  size = 0;
  #last = FREE;
  /** By the name before, from `FREE` on: the name that came next. */
  #following = new Int32Array(65).fill(FREE);
  #arena = new Uint8Array(1024);
  #offsets = new Uint32Array(64);
  #hashes = new Int32Array(64);
  #slots = new Int32Array(128).fill(FREE);

  /** The number of the name in `bytes[start..end)`, whose hash is given. Plain arguments: it runs for every cell. */
  code(bytes: Uint8Array, start: number, end: number, hash: number): number {
    const mask = this.#slots.length - 1;
    let slot = spread(hash) & mask;
    for (;;) {
      const code = this.#slots[slot] as number;
      if (code === FREE) return this.#add(bytes, start, end, hash, slot);
      if (this.#hashes[code] === hash && this.#equals(code, bytes, start, end)) return code;
      slot = (slot + 1) & mask;
    }
  }

  /**
   * As `code`; tries first, without hashing, the name that followed the one before it the last time: cells of a column
   * repeat, and keys come in the same order again and again.
   */
  intern(bytes: Uint8Array, start: number, end: number): number {
    const guess = this.#following[this.#last + 1] as number;
    if (guess !== FREE && this.#equals(guess, bytes, start, end)) {
      this.#last = guess;
      return guess;
    }
    const code = this.code(bytes, start, end, hashBytes(bytes, start, end));
    this.#following[this.#last + 1] = code;
    this.#last = code;
    return code;
  }

  codeOf(text: string): number {
    const bytes = encodeText(text);
    return this.code(bytes, 0, bytes.length, hashBytes(bytes, 0, bytes.length));
  }

  name(code: number, encoding: Encoding = 'utf-8'): string {
    const start = this.#offsets[code] as number;
    return decodeText(this.#arena, { start, end: this.#offsets[code + 1] as number, encoding });
  }

  names(encoding: Encoding = 'utf-8'): readonly string[] {
    const names: string[] = [];
    for (let code = 0; code < this.size; code++) names.push(this.name(code, encoding));
    return names;
  }

  #equals(code: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = this.#offsets[code] as number;
    if ((this.#offsets[code + 1] as number) - from !== end - start) return false;
    for (let at = start, known = from; at < end; at++, known++)
      if (this.#arena[known] !== bytes[at]) return false;
    return true;
  }

  #add(bytes: Uint8Array, start: number, end: number, hash: number, slot: number): number {
    const code = this.size++;
    if (code + 1 >= this.#offsets.length) this.#growCodes();
    const from = this.#offsets[code] as number;
    const to = from + end - start;
    if (to > this.#arena.length) this.#growArena(to);
    for (let at = start, into = from; at < end; at++, into++) this.#arena[into] = bytes[at] as number;
    this.#offsets[code + 1] = to;
    this.#hashes[code] = hash;
    this.#slots[slot] = code;
    if (this.size * 2 > this.#slots.length) this.#growSlots();
    return code;
  }

  #growArena(length: number): void {
    const grown = new Uint8Array(Math.max(length, this.#arena.length * 2));
    grown.set(this.#arena);
    this.#arena = grown;
  }

  #growCodes(): void {
    const offsets = new Uint32Array(this.#offsets.length * 2);
    const hashes = new Int32Array(this.#hashes.length * 2);
    offsets.set(this.#offsets);
    hashes.set(this.#hashes);
    const following = new Int32Array(hashes.length + 1).fill(FREE);
    following.set(this.#following);
    this.#following = following;
    this.#offsets = offsets;
    this.#hashes = hashes;
  }

  #growSlots(): void {
    const slots = new Int32Array(this.#slots.length * 2).fill(FREE);
    const mask = slots.length - 1;
    for (let code = 0; code < this.size; code++) {
      let slot = spread(this.#hashes[code] as number) & mask;
      while (slots[slot] !== FREE) slot = (slot + 1) & mask;
      slots[slot] = code;
    }
    this.#slots = slots;
  }
}

/** FNV leaves the low bits of similar names close together. */
function spread(hash: number): number {
  return hash ^ (hash >>> 15);
}
