/** What an audience calls fields and options, as one flat list for the form. */
import type { JsonObject } from '@throughline/base';

const between = ' ';

export function wordKey(field: string, option?: string): string {
  return option === undefined ? field : `${field}${between}${option}`;
}

type Names = Readonly<Record<string, unknown>>;

export function readWording(wording: unknown): Readonly<Record<string, string>> {
  const { fields, options } = readNames(wording);
  const words = new Map<string, unknown>(Object.entries(readNames(fields)));
  for (const [field, names] of Object.entries(readNames(options)))
    for (const [option, name] of Object.entries(readNames(names))) words.set(wordKey(field, option), name);
  return Object.fromEntries(
    [...words].filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function readNames(value: unknown): Names {
  return typeof value === 'object' && value !== null ? (value as Names) : {};
}

/** Empty words say nothing and are left out. */
export function makeWording(words: Readonly<Record<string, string>>): JsonObject {
  const fields: Record<string, string> = {};
  const options: Record<string, Record<string, string>> = {};
  for (const [key, text] of Object.entries(words)) {
    const name = text.trim();
    if (name === '') continue;
    const at = key.indexOf(between);
    if (at < 0) fields[key] = name;
    else (options[key.slice(0, at)] ??= {})[key.slice(at + 1)] = name;
  }
  return { fields, options };
}
