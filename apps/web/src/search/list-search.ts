import { parseDay } from '@throughline/ui';
import type { SearchTexts } from './search-text.ts';

export interface SortKey {
  readonly field: string;
  readonly direction: 'ascending' | 'descending';
}

export const layouts = ['list', 'board', 'matrix', 'timeline', 'chart'] as const;
export type Layout = (typeof layouts)[number];

/** What the address says about a list of records. Everything left out is as the view was saved. */
export interface ListSearch {
  readonly view?: string;
  readonly layout?: Layout;
  readonly sort?: readonly SortKey[];
  readonly group?: string;
  /** A condition in the expression language. */
  readonly f?: string;
  /** The record opened beside the list, by its key: `PAY-12`. */
  readonly open?: string;
  readonly tab?: string;
  /** A day, `YYYY-MM-DD`: the records as they were at its end. */
  readonly at?: string;
  /** An earlier day that what is shown is compared with. */
  readonly since?: string;
}

/** Unknown parameters and unreadable values are dropped: an old or mistyped link still opens the list. */
export function parseListSearch(texts: Readonly<Record<string, unknown>>): ListSearch {
  const layout = layouts.find((name) => name === texts['layout']);
  const sort = readSort(texts['sort']);
  return {
    ...pickTexts(texts, ['view', 'group', 'f', 'open', 'tab']),
    ...pickDays(texts),
    ...(layout && { layout }),
    ...(sort.length > 0 && { sort }),
  };
}

export function printListSearch(search: ListSearch): SearchTexts {
  const { sort, ...texts } = search;
  return { ...texts, ...(sort && sort.length > 0 && { sort: printSort(sort) }) };
}

/** `-rice,title`: by RICE from the highest, then by title. */
export function parseSort(text: string): readonly SortKey[] {
  return text.split(',').flatMap((part): readonly SortKey[] => {
    const name = part.trim();
    const field = name.replace(/^-/, '');
    return field === '' ? [] : [{ field, direction: name.startsWith('-') ? 'descending' : 'ascending' }];
  });
}

export function printSort(sort: readonly SortKey[]): string {
  return sort.map(({ field, direction }) => (direction === 'descending' ? `-${field}` : field)).join(',');
}

/** From the address it is a text; from a link inside the app it is read already. */
function readSort(value: unknown): readonly SortKey[] {
  if (typeof value === 'string') return parseSort(value);
  return Array.isArray(value) ? value.filter(isSortKey) : [];
}

function isSortKey(value: unknown): value is SortKey {
  return typeof value === 'object' && value !== null && 'field' in value && 'direction' in value;
}

function pickDays({ at, since }: Readonly<Record<string, unknown>>): Pick<ListSearch, 'at' | 'since'> {
  const isDay = (text: unknown): text is string => typeof text === 'string' && parseDay(text) !== undefined;
  return { ...(isDay(at) && { at }), ...(isDay(since) && { since }) };
}

function pickTexts<Name extends string>(
  texts: Readonly<Record<string, unknown>>,
  names: readonly Name[],
): { readonly [Key in Name]?: string } {
  const picked: { [Key in Name]?: string } = {};
  for (const name of names) {
    const text = texts[name];
    if (typeof text === 'string' && text !== '') picked[name] = text;
  }
  return picked;
}
