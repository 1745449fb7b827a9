import { LIMITS } from '@throughline/model';

/** Lower case letter by letter, so that every engine can do it: no letter becomes two, no context counts. */
export function lowerText(text: string): string {
  return text
    .split('\u0130')
    .map((part) => part.replaceAll('\u03a3', '\u03c3').toLowerCase())
    .join('\u0130');
}

/** Characters, not code units. */
export function lengthOfText(text: string): number {
  let length = 0;
  for (const _character of text) length++;
  return length;
}

/** Texts made by formulas: none is blank, and too long ones are empty. */
export function joinTexts(texts: readonly (string | null)[]): string | null {
  const joined = texts.join('');
  return joined === '' || lengthOfText(joined) > LIMITS.textLength ? null : joined;
}
