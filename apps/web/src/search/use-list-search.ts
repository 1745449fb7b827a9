import { useMemo } from 'react';
import { useSearchTexts } from '../router/router-context.ts';
import { parseListSearch, printListSearch, type ListSearch } from './list-search.ts';

/** What the address says of the list, and how to change it. Undefined takes a part out. */
export function useListSearch(): [search: ListSearch, change: (part: SearchChange) => void] {
  const [texts, changeTexts] = useSearchTexts();
  const search = useMemo(() => parseListSearch(texts), [texts]);
  return [
    search,
    (part) => {
      const next = Object.entries({ ...search, ...part }).filter(([, value]) => value !== undefined);
      changeTexts(printListSearch(Object.fromEntries(next)), part.open === undefined);
    },
  ];
}

export type SearchChange = { readonly [Name in keyof ListSearch]?: ListSearch[Name] | undefined };
