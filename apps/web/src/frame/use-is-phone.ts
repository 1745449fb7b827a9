import { useSyncExternalStore } from 'react';

const query = '(max-width: 639px)';

/** Narrower than Tailwind's `sm`: a phone held upright. */
export function useIsPhone(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}

function subscribe(listener: () => void): () => void {
  const media = matchMedia(query);
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}
