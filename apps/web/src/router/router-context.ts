import { must } from '@throughline/base';
import { createContext, useContext, useMemo } from 'react';
import { parseSearchTexts, printSearchTexts, type SearchTexts } from '../search/search-text.ts';
import type { Address, AddressBar } from './address-bar.ts';
import type { PathParts } from './match-path.ts';

export interface RouterState {
  readonly bar: AddressBar;
  /** Of the page that is shown; while the next one is fetched this is still the one before. */
  readonly address: Address;
  readonly parts: PathParts;
}

export const RouterContext = createContext<RouterState | undefined>(undefined);

function useRouterState(): RouterState {
  return must(useContext(RouterContext), 'This is drawn outside the router');
}

export function useAddress(): Address {
  return useRouterState().address;
}

/** A named part of the path; empty where the path has none of the name. */
export function usePathPart(name: string): string {
  return useRouterState().parts[name] ?? '';
}

export function useGo(): AddressBar['go'] {
  return useRouterState().bar.go;
}

/** The search of the address as texts, and the way to put another in its place. */
export function useSearchTexts(): readonly [
  texts: SearchTexts,
  change: (texts: SearchTexts, replace: boolean) => void,
] {
  const { bar, address } = useRouterState();
  const texts = useMemo(() => parseSearchTexts(address.search), [address.search]);
  return [texts, (next, replace) => bar.go(bar.current().pathname + printSearchTexts(next), { replace })];
}
