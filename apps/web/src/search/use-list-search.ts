import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { parseListSearch, type ListSearch } from './list-search.ts';

/** What the address says of the list, and how to change it. Undefined takes a part out. */
export function useListSearch(): [search: ListSearch, change: (part: SearchChange) => void] {
  const texts: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const search = useMemo(() => parseListSearch(texts), [texts]);
  return [
    search,
    (part) => {
      const next = Object.entries({ ...search, ...part }).filter(([, value]) => value !== undefined);
      void navigate({ to: '.', search: Object.fromEntries(next), replace: part.open === undefined });
    },
  ];
}

export type SearchChange = { readonly [Name in keyof ListSearch]?: ListSearch[Name] | undefined };
