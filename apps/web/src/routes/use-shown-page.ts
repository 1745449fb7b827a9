import { useEffect, useMemo, useState, type ComponentType } from 'react';
import type { Address } from '../router/address-bar.ts';
import type { PathParts } from '../router/match-path.ts';
import { findRoute, type AppRoute } from './app-routes.ts';

export interface ShownPage {
  readonly address: Address;
  readonly parts: PathParts;
  readonly place: AppRoute['place'];
  /** Undefined until the code of the first screen is here. */
  readonly Screen: ComponentType | undefined;
  /** Why the code could not be fetched. */
  readonly error: unknown;
}

const screens = new Map<AppRoute, ComponentType>();

/** The page of an address; while its code is fetched, the page before. */
export function useShownPage(address: Address): ShownPage {
  const { route, parts } = useMemo(() => findRoute(address.pathname), [address.pathname]);
  const [fetched, setFetched] = useState<{ readonly route: AppRoute; readonly error: unknown }>();
  const [last, setLast] = useState<ShownPage>();
  const Screen = screens.get(route);
  const error = fetched?.route === route ? fetched.error : undefined;
  const isReady = Screen !== undefined || error !== undefined;

  useEffect(() => {
    if (screens.has(route)) return undefined;
    let isGone = false;
    if (route.place === 'frame') fetchFrame();
    const tell = (reason?: unknown): void => {
      if (!isGone) setFetched({ route, error: reason });
    };
    route.load().then((loaded) => {
      screens.set(route, loaded);
      tell();
    }, tell);
    return () => {
      isGone = true;
    };
  }, [route]);

  const now = { address, parts, place: route.place, Screen, error };
  if (isReady && (last?.address !== address || last.Screen !== Screen || last.error !== error)) setLast(now);
  return isReady ? now : (last ?? now);
}

/** The frame's code comes beside its data, not after it. */
function fetchFrame(): void {
  import('./frame-route.tsx').catch(() => {
    // The frame asks again when it is drawn.
  });
}
