import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { useWorkspace } from '../data/data-context.ts';
import type { FrameSection } from '../frame/frame-data.ts';

/** Areas beside the spaces, with what waits in them. */
export function useSections(): readonly FrameSection[] {
  const unread = useUnhandledFeedback();
  return useMemo(
    () => [
      { name: 'feedback', href: '/feedback', unread },
      { name: 'roadmaps', href: '/roadmaps' },
      { name: 'companies', href: '/companies' },
    ],
    [unread],
  );
}

function useUnhandledFeedback(): number {
  const { hub, replica } = useWorkspace();
  const version = useSyncExternalStore(
    useCallback((listener) => hub.onEntity('feedback', listener), [hub]),
    () => hub.version('feedback'),
  );
  return useMemo(() => {
    let count = 0;
    for (const values of replica.table('feedback').values()) if (values['state'] === 'new') count += 1;
    return count;
    // The table is the same object when its records change: the version tells of it.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [replica, version]);
}
