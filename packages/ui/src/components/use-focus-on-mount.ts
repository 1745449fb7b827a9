import { useEffect, useRef, type RefObject } from 'react';

/** Moves the focus to the element when it appears, for editors opened in place: they were opened to type in. */
export function useFocusOnMount<Target extends HTMLElement>(wanted = true): RefObject<Target | null> {
  const target = useRef<Target>(null);
  useEffect(() => {
    if (wanted) target.current?.focus();
  }, [wanted]);
  return target;
}
