import type { ReactNode } from 'react';

export interface ComboboxItem {
  readonly value: string;
  readonly label: string;
  /** A second, quieter text: an address, a key. */
  readonly detail?: string;
  /** How it looks in the list and in the trigger; the label when left out. */
  readonly look?: ReactNode;
}

const createPrefix = 'create:';

/** The entry that makes a new item from what was typed. */
export function makeCreateItem(name: string, label: string): ComboboxItem {
  return { value: createPrefix + name, label: name, look: label };
}

export function nameToCreate(item: ComboboxItem): string | undefined {
  return item.value.startsWith(createPrefix) ? item.value.slice(createPrefix.length) : undefined;
}

/** Offers to create what was typed unless an item is already called so. */
export function withCreateItem(
  items: readonly ComboboxItem[],
  query: string,
  label: (name: string) => string,
): readonly ComboboxItem[] {
  const name = query.trim();
  const wanted = name.toLocaleLowerCase();
  if (name === '' || items.some((item) => item.label.toLocaleLowerCase() === wanted)) return items;
  return [...items, makeCreateItem(name, label(name))];
}
