/** Chance as an argument: numbers from 0 to below 1, the same for the same seed on every machine. */
export type Random = () => number;

/**
 * sfc32, a small fast chaotic generator: 128 bits of state, passes PractRand to many terabytes.
 * Source: Chris Doty-Humphrey, PractRand (public domain).
 */
export function makeRandom(seed: number): Random {
  let a = 0;
  let b = seed | 0;
  let c = Math.imul(seed, 0x9e3779b9) | 0;
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let round = 0; round < 15; round++) next();
  return next;
}
