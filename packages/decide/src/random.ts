/** A generator of numbers in [0, 1) that repeats for the same seed. */
export type Random = () => number;

/** xorshift128 (Marsaglia, “Xorshift RNGs”, Journal of Statistical Software 8(14), 2003), 32 bits a number. */
export function makeRandom(seed: number): Random {
  let x = seed | 0 || 1;
  let y = 362_436_069;
  let z = 521_288_629;
  let w = 88_675_123;
  const next = (): number => {
    const mixed = x ^ (x << 11);
    x = y;
    y = z;
    z = w;
    w = w ^ (w >>> 19) ^ mixed ^ (mixed >>> 8);
    return (w >>> 0) / 4_294_967_296;
  };
  // Seeds that are near each other begin alike.
  for (let warm = 0; warm < 16; warm++) next();
  return next;
}
