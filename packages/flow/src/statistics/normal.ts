/**
 * The standard normal distribution. `normalQuantile` is Acklam's rational approximation (relative error below 1.2e-9)
 * after one step of Halley's method; `normalChance` is Marsaglia's series (Evaluating the Normal Distribution,
 * Journal of Statistical Software 11, 2004), exact to the last digits within ±7.
 */
export function normalChance(z: number): number {
  if (z < -8) return 0;
  if (z > 8) return 1;
  let term = z;
  let total = z;
  for (let odd = 3; Math.abs(term) > 1e-17; odd += 2) {
    term *= (z * z) / odd;
    total += term;
  }
  return 0.5 + total * Math.exp(-0.5 * z * z - 0.918_938_533_204_672_8);
}

const A = [
  -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
  2.506628277459239,
];
const B = [
  -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1,
];
const C = [
  -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
];
const D = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1];

export function normalQuantile(p: number): number {
  if (p <= 0) return Number.NEGATIVE_INFINITY;
  if (p >= 1) return Number.POSITIVE_INFINITY;
  if (p > 0.5) return -normalQuantile(1 - p);
  const estimate = p < 0.02425 ? tailEstimate(p) : centreEstimate(p);
  const error = (normalChance(estimate) - p) * Math.sqrt(2 * Math.PI) * Math.exp((estimate * estimate) / 2);
  return estimate - error / (1 + (estimate * error) / 2);
}

function tailEstimate(p: number): number {
  const q = Math.sqrt(-2 * Math.log(p));
  return horner(C, q) / horner(D, q);
}

function centreEstimate(p: number): number {
  const q = p - 0.5;
  return (horner(A, q * q) * q) / horner(B, q * q);
}

function horner(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((value, coefficient) => value * x + coefficient, 0);
}
