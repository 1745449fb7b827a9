/** What a view keeps for the layout it is shown in. */
import type { Json } from '@throughline/base';
import type { Layout } from '../search/list-search.ts';
import type { SpaceView } from './use-space-view.ts';

/**
 * Parses what the view has kept for a layout, and gives the way to change parts of it: for everybody where the
 * person may change the view, else for this visit.
 */
export function useLayoutSettings<Settings extends object>(
  { settings, setSettings }: SpaceView,
  layout: Layout,
  parse: (kept: Json | undefined) => Settings,
): readonly [Settings, (part: Partial<Settings>) => void] {
  const now = parse(settings.layouts[layout]);
  const set = (part: Partial<Settings>) => {
    const next = JSON.parse(JSON.stringify({ ...now, ...part })) as Json;
    setSettings({ layouts: { ...settings.layouts, [layout]: next } });
  };
  return [now, set];
}
