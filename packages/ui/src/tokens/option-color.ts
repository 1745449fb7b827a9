/** The colours an option may have, in the order the picker shows them. Stored by name, never by value. */
export const optionColors = [
  'gray',
  'brown',
  'red',
  'orange',
  'amber',
  'lime',
  'green',
  'teal',
  'sky',
  'blue',
  'violet',
  'pink',
] as const;

export type OptionColor = (typeof optionColors)[number];

/** A colour this build does not know (data from a newer version) reads as gray. */
export function parseOptionColor(name: string | undefined): OptionColor {
  return optionColors.find((color) => color === name) ?? 'gray';
}

/** The class that sets `--option-text`, `--option-fill` and `--option-mark` for what is inside. */
export function optionColorClass(color: OptionColor): string {
  return `option-${color}`;
}

/** The same name gets the same colour on every machine: avatars, labels without a colour of their own. */
export function colorFromName(name: string): OptionColor {
  let hash = 0;
  for (const character of name) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01_00_01_93);
  }
  return optionColors[1 + (((hash ^ (hash >>> 15)) >>> 0) % (optionColors.length - 1))] ?? 'gray';
}
