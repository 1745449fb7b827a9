/**
 * Arithmetic on IEEE doubles where NaN stands for empty. PostgreSQL raises an error where a double leaves
 * its range and JavaScript does not, so formulas keep to a range of their own in which neither happens: a
 * number of 1e150 or more in size is empty, one below about 1e-140 fades to 0. Products and quotients of
 * such numbers always fit a double, and both engines take exactly the same steps.
 */
export const LARGEST = 1e150;
export const SMALLEST = 1e-140;

/** Brings a number into the range of formulas. */
export function tame(value: number): number {
  return value < LARGEST && value > -LARGEST ? value + SMALLEST - SMALLEST : Number.NaN;
}

export function divide(left: number, right: number): number {
  return right === 0 ? Number.NaN : tame(left / right);
}

/** Halves up: 2.5 is 3 and -2.5 is -2. */
export function round(value: number, digits: number): number {
  const scale = 10 ** digits;
  return tame(Math.floor(tame(value * scale) + 0.5) / scale);
}

/**
 * To 15 digits, as PostgreSQL turns doubles into decimals: libraries differ in the last bit of
 * transcendental functions, and log(1000) is to be 3 in all of them.
 */
export function round15(value: number): number {
  return Number.isNaN(value) ? value : Number(value.toPrecision(15));
}

export function log10(value: number): number {
  return value > 0 ? round15(Math.log10(value)) : Number.NaN;
}

export function ln(value: number): number {
  return value > 0 ? round15(Math.log(value)) : Number.NaN;
}

export function sqrt(value: number): number {
  return value >= 0 ? Math.sqrt(value) : Number.NaN;
}

/** Of bases of 0 and above; a negative base has powers with whole exponents only. */
export function power(base: number, exponent: number): number {
  if (Number.isNaN(base) || Number.isNaN(exponent)) return Number.NaN;
  if (base === 0) return exponent > 0 ? 0 : exponent === 0 ? 1 : Number.NaN;
  if (base < 0 && !Number.isInteger(exponent)) return Number.NaN;
  // Stays clear of the ends of the range, where libraries round differently.
  const size = exponent * Math.log10(Math.abs(base));
  if (size > 150) return Number.NaN;
  return size < -140 ? 0 : round15(base ** exponent);
}
