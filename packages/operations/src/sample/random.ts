/** Repeatable chance: the same seed gives the same year. */
export type Random = {
  /** From 0 up to 1. */
  readonly next: () => number;
  /** From `least` to `most`, both included. */
  readonly whole: (least: number, most: number) => number;
  readonly pick: <T>(items: readonly T[]) => T;
  /** Earlier items more often: how attention falls in real life. */
  readonly pickSkewed: <T>(items: readonly T[]) => T;
  readonly some: <T>(items: readonly T[], count: number) => T[];
  readonly chance: (probability: number) => boolean;
};

/** Mulberry32 (Tommy Ettinger): small, and good enough for made-up data. */
export function makeRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  const pick = <T>(items: readonly T[]): T => items[whole(0, items.length - 1)] as T;
  return {
    next,
    whole,
    pick,
    pickSkewed: (items) => items[Math.floor(next() ** 2.2 * items.length)] as (typeof items)[number],
    some: (items, count) => {
      const rest = [...items];
      return Array.from(
        { length: Math.min(count, rest.length) },
        () => rest.splice(whole(0, rest.length - 1), 1)[0] as (typeof items)[number],
      );
    },
    chance: (probability) => next() < probability,
  };
}
