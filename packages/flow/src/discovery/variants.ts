/** Variants: the different sequences of activities that cases go through. */
import { NONE, type EventLog } from '../log/event-log.ts';
import { HASH_SEED } from '../log/name-table.ts';

/** Numbered in the order they first appear. */
export type Variants = {
  /** The variant of each case; `NONE` for a case without events. */
  readonly variantOf: Int32Array;
  /** Cases of each variant. */
  readonly count: Uint32Array;
  /** A case of each variant. */
  readonly example: Uint32Array;
};

export function findVariants(log: EventLog): Variants {
  const { firstEvent } = log;
  const cases = firstEvent.length - 1;
  const table = new VariantTable(log);
  const variantOf = new Int32Array(cases).fill(NONE);
  for (let index = 0; index < cases; index++)
    if (firstEvent[index] !== firstEvent[index + 1]) variantOf[index] = table.add(index);
  return { variantOf, ...table.take() };
}

/** The activities of a case. */
export function sequenceOf(log: EventLog, index: number): Int32Array {
  return log.activity.subarray(log.firstEvent[index], log.firstEvent[index + 1]);
}

/** Variants by how many cases they have, most first; equal ones as they first appear. */
export function rankVariants({ count }: Variants): readonly number[] {
  return Array.from(count, (_, variant) => variant).sort(
    (a, b) => (count[b] as number) - (count[a] as number),
  );
}

/** Open addressing over the sequences as they stand in the log. */
class VariantTable {
  readonly #log: EventLog;
  #slots = new Int32Array(256).fill(NONE);
  readonly #hashes: number[] = [];
  readonly #examples: number[] = [];
  readonly #counts: number[] = [];

  constructor(log: EventLog) {
    this.#log = log;
  }

  add(index: number): number {
    const sequence = sequenceOf(this.#log, index);
    const hash = hashOf(sequence);
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const variant = this.#slots[slot] as number;
      if (variant === NONE) return this.#insert(slot, index, hash);
      if (this.#hashes[variant] === hash && this.#isSame(variant, sequence)) {
        this.#counts[variant] = (this.#counts[variant] as number) + 1;
        return variant;
      }
      slot = (slot + 1) & mask;
    }
  }

  take(): Pick<Variants, 'count' | 'example'> {
    return { count: Uint32Array.from(this.#counts), example: Uint32Array.from(this.#examples) };
  }

  #isSame(variant: number, sequence: Int32Array): boolean {
    const known = sequenceOf(this.#log, this.#examples[variant] as number);
    if (known.length !== sequence.length) return false;
    for (let at = 0; at < known.length; at++) if (known[at] !== sequence[at]) return false;
    return true;
  }

  #insert(slot: number, index: number, hash: number): number {
    const variant = this.#examples.push(index) - 1;
    this.#counts.push(1);
    this.#hashes.push(hash);
    this.#slots[slot] = variant;
    if (this.#examples.length * 2 > this.#slots.length) this.#grow();
    return variant;
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 2).fill(NONE);
    const mask = slots.length - 1;
    for (const [variant, hash] of this.#hashes.entries()) {
      let slot = hash & mask;
      while (slots[slot] !== NONE) slot = (slot + 1) & mask;
      slots[slot] = variant;
    }
    this.#slots = slots;
  }
}

/** FNV-1a over whole codes, its bits mixed once more: codes are small. */
function hashOf(sequence: Int32Array): number {
  let hash = HASH_SEED;
  for (const code of sequence) hash = Math.imul(hash ^ code, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return (hash ^ (hash >>> 15)) | 0;
}
