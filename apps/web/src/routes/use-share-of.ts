import { useWorkspace } from '../data/data-context.ts';
import { openShare } from '../frame/share-request.ts';

/** Shares the view that is shown; undefined where there is none, or the person may not. */
export function useShareOf(space: string | undefined, view: string | undefined): (() => void) | undefined {
  const { rights } = useWorkspace();
  if (space === undefined || view === undefined || !rights.may('create', 'share', { space }))
    return undefined;
  return () => openShare(view);
}
