/** The switches of how a list is drawn. */
import { parseListSettings } from '@throughline/view';
import { PARENT } from '../data/saved-view.ts';
import type { ListLook } from '../features/view-bar/view-bar-props.ts';
import { useLayoutSettings } from './use-layout-settings.ts';
import type { SpaceView } from './use-space-view.ts';

export function useListLook(view: SpaceView): ListLook | undefined {
  const [settings, change] = useLayoutSettings(view, 'list', parseListSettings);
  if (view.shown.layout !== 'list') return undefined;
  const { nest, summaryRow } = settings;
  return {
    ...(view.schema.field(PARENT) && { nest: { isOn: nest, toggle: () => change({ nest: !nest }) } }),
    summaryRow: { isOn: summaryRow, toggle: () => change({ summaryRow: !summaryRow }) },
  };
}
