import { lazyInPlace } from '@throughline/ui';
import type { ReactNode } from 'react';
import { useIsPhone } from '../../frame/use-is-phone.ts';
import type { ListCardsProps } from './list-cards.tsx';
import { ListGrid, type ListGridProps } from './list-grid.tsx';
import { ListSkeleton } from './list-skeleton.tsx';
import { useListVersion } from './use-list-version.ts';

export interface ListViewProps extends ListGridProps {
  /** Shown in place of no rows. */
  readonly empty: ReactNode;
}

const ListCards = lazyInPlace<ListCardsProps>(
  async () => (await import('./list-cards.tsx')).ListCards,
  <ListSkeleton />,
);

/** A table on a screen, cards on a phone. */
export function ListView({ empty, ...rest }: ListViewProps) {
  useListVersion(rest.model);
  const isPhone = useIsPhone();
  if (rest.model.rowCount === 0) return <div className="min-h-0 flex-1 overflow-auto">{empty}</div>;
  return isPhone ? <ListCards key={rest.model.arrangement?.()} {...rest} /> : <ListGrid {...rest} />;
}
