import { createContext, useContext } from 'react';

/**
 * Where menus, lists and tips are put: a landmark of the page, for everything on a page belongs to one. Null
 * until it is there; undefined inside a dialog, whose own popups stand beside it.
 */
export const OverlayPlaceContext = createContext<HTMLElement | null | undefined>(undefined);

export function useOverlayPlace(): { readonly container?: HTMLElement | null } {
  const container = useContext(OverlayPlaceContext);
  return container === undefined ? {} : { container };
}
