/** Different ways of writing the same letters become one. */

// oxlint-disable-next-line no-control-regex
const ASCII = /^[\x00-\x7f]*$/;
/** Marks are accents in these scripts, and vowels in others. */
const ACCENTS = /(?<=[\p{sc=Latin}\p{sc=Greek}]\p{Mn}*)\p{Mn}/gu;

/** Full-width letters, ligatures and composed accents as one form (NFKC). */
export function foldCompatibility(text: string): string {
  return ASCII.test(text) ? text : text.normalize('NFKC');
}

/** `café` and `cafe` become the same; letters of scripts whose marks are vowels stay as they are. */
export function foldAccents(word: string): string {
  if (ASCII.test(word)) return word;
  return word.normalize('NFD').replace(ACCENTS, '').normalize('NFC');
}
