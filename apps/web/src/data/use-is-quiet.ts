import { useEffect, useState } from 'react';
import { useStatus } from './data-context.ts';

/** After the last of the data, for a list to be drawn before anything else is fetched. */
const pauseMs = 500;

/** The data of the first sight is here: what the page needs later may be fetched. */
export function useIsQuiet(): boolean {
  const isLoaded = useStatus(({ loading }) => loading.length === 0);
  const [isQuiet, setQuiet] = useState(false);
  useEffect(() => {
    if (!isLoaded || isQuiet) return undefined;
    const timer = setTimeout(() => setQuiet(true), pauseMs);
    return () => clearTimeout(timer);
  }, [isLoaded, isQuiet]);
  return isQuiet;
}
