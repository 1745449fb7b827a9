import { foldText } from '@throughline/base';

const longest = 5;

/** Letters of the name that make a key nobody has: `Time & payroll` → `TP`, `Mobile` → `MOBIL`. */
export function suggestKey(name: string, taken: readonly string[]): string {
  const words =
    foldText(name)
      .toUpperCase()
      .match(/[A-Z0-9]+/g) ?? [];
  const initials = words
    .map((word) => word.charAt(0))
    .join('')
    .slice(0, longest);
  const start = (words.length > 1 ? initials : (words[0] ?? '').slice(0, longest)).replace(/^\d+/, '');
  if (start.length < 2) return start;
  let key = start;
  for (let number = 2; taken.includes(key); number += 1) key = `${start}${number}`;
  return key;
}
