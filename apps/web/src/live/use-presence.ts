import { useEffect, useState } from 'react';
import { useIsQuiet } from '../data/use-is-quiet.ts';
import { useSession } from '../data/use-session.ts';
import type { Present } from './open-presence.ts';

const nobody: readonly Present[] = [];

/** Others who are in the space; the code for it comes once the page is shown. */
export function usePresence(here: string | undefined): readonly Present[] {
  const isQuiet = useIsQuiet();
  const space = isQuiet ? here : undefined;
  const { workspace, person } = useSession();
  const [seen, setSeen] = useState({ space, others: nobody });
  const { id, name } = person;
  useEffect(() => {
    if (space === undefined) return undefined;
    let close: (() => void) | undefined;
    let isLeft = false;
    import('./open-presence.ts').then(
      ({ openPresence }) => {
        if (isLeft) return;
        const onChange = (others: readonly Present[]) => setSeen({ space, others });
        close = openPresence({ workspace: workspace.id, space, me: { id, name }, onChange });
      },
      () => {
        // Offline: nobody else is seen, and nothing else depends on it.
      },
    );
    return () => {
      isLeft = true;
      close?.();
    };
  }, [workspace.id, space, id, name]);
  return seen.space === space ? seen.others : nobody;
}
