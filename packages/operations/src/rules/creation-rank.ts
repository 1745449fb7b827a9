const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** A rank by time and order of creation, so that new records stand last without looking at the others. */
export function creationRank(milliseconds: number, order: number): string {
  return `${letters(milliseconds, 9)}${letters(order, 4)}n`;
}

function letters(value: number, length: number): string {
  let rest = value;
  let text = '';
  for (let index = 0; index < length; index++) {
    text = LETTERS[rest % 26] + text;
    rest = Math.floor(rest / 26);
  }
  return text;
}
