/** Digits behind those wanted, beyond which no double that is not a tie looks like one. */
const BEYOND = 30;

/**
 * To so many decimals; what lies exactly between two goes to the even one, as IEEE 754, R and Python have it: 0.0625 to
 * three decimals is 0.062. Of values below 1e21.
 */
export function roundEven(value: number, digits: number): number {
  const exact = value.toFixed(digits + BEYOND);
  const cut = exact.length - BEYOND;
  const isTie = exact[cut] === '5' && /^0*$/.test(exact.slice(cut + 1));
  const below = exact.slice(0, cut);
  const isEven = '02468'.includes(below.replace(/\.$/, '').at(-1) ?? '');
  return Number(isTie && isEven ? below : value.toFixed(digits));
}
