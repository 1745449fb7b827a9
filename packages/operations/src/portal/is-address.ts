/** One @ between parts without spaces: whether it leads to somebody is for a mail to find out. */
const ADDRESS = /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[^\s@<>(),;:".]+$/;
/** RFC 5321, 4.5.3.1, in UTF-16 code units. */
const LENGTH = 320;

export function isAddress(text: string): boolean {
  return text.length <= LENGTH && ADDRESS.test(text);
}
