import { useShortcuts } from '@throughline/ui';
import { t } from '../../messages/area-t.ts';
import { placeOf } from './mark-places.ts';
import type { MarkPlace } from './timeline-marks.ts';
import type { MarkKeys } from './use-mark-keys.ts';
import type { TimeView } from './use-time-axis.ts';

interface ShortcutParts {
  readonly active: MarkPlace | undefined;
  readonly goTo: (place: MarkPlace) => void;
  readonly keys: MarkKeys;
  readonly time: TimeView;
  readonly toggle: (id: string) => void;
}

export function useTimelineShortcuts({ active, goTo, keys, time, toggle }: ShortcutParts): void {
  const group = t('timeline.shortcuts');
  const isOnMark = () => placeOf(document.activeElement) !== undefined;
  const next = () => {
    if (isOnMark()) keys.step('right');
    else if (active) goTo(active);
  };
  useShortcuts([
    { keys: 'j', label: t('timeline.next'), group, run: next },
    { keys: 'k', label: t('timeline.previous'), group, run: () => keys.step('left') },
    { keys: 'm', label: t('timeline.move'), group, run: keys.startMove, isMeant: isOnMark },
    {
      keys: 'x',
      label: t('timeline.select'),
      group,
      run: () => active && toggle(active.id),
      isMeant: isOnMark,
    },
    { keys: 't', label: t('timeline.goToday'), group, run: () => time.showMoment(time.today) },
    { keys: '+', label: t('timeline.zoomIn'), group, run: () => time.step(1) },
    { keys: '=', label: t('timeline.zoomIn'), group, run: () => time.step(1) },
    { keys: '-', label: t('timeline.zoomOut'), group, run: () => time.step(-1) },
  ]);
}
