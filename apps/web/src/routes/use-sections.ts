import { useMemo } from 'react';
import { useInboxRows } from '../features/inbox/use-inbox-rows.ts';
import type { FrameSection } from '../frame/frame-data.ts';

/** Areas beside the spaces, with what waits in them. */
export function useSections(): readonly FrameSection[] {
  const { counts } = useInboxRows({ space: null, tab: 'new', isOldestFirst: false });
  const unread = counts['new'] ?? 0;
  return useMemo(
    () => [
      { name: 'feedback', href: '/feedback', unread },
      { name: 'companies', href: '/companies' },
    ],
    [unread],
  );
}
