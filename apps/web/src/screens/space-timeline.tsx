import { EmptyState } from '@throughline/ui';
import { t } from '../messages/area-t.ts';
import type { SpaceLayoutProps } from './space-layouts.tsx';

export function SpaceTimeline({ view }: SpaceLayoutProps) {
  return <EmptyState icon={null} title={t('bar.timeline')} text={view.shown.filterText} />;
}
