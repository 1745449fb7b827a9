/** The component of each layout. All but the list come when first shown. */
import { lazyInPlace } from '@throughline/ui';
import type { ComponentType } from 'react';
import { ListSkeleton } from '../features/list/list-skeleton.tsx';
import type { Layout } from '../search/list-search.ts';
import type { NewIdea } from './space-content.tsx';
import { SpaceList } from './space-list.tsx';
import type { SpaceView } from './use-space-view.ts';

export interface SpaceLayoutProps {
  readonly view: SpaceView;
  /** Records chosen, in whichever layout: kept when another is shown. */
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (ids: ReadonlySet<string>) => void;
  readonly onCreate: ((idea?: NewIdea) => void) | undefined;
  readonly onAddField?: (() => void) | undefined;
}

type LoadLayout = () => Promise<ComponentType<SpaceLayoutProps>>;

const lazyLayout = (load: LoadLayout) => lazyInPlace<SpaceLayoutProps>(load, <ListSkeleton />);

export const spaceLayouts: Readonly<Record<Layout, ComponentType<SpaceLayoutProps>>> = {
  list: SpaceList,
  board: lazyLayout(async () => (await import('./space-board.tsx')).SpaceBoard),
  matrix: lazyLayout(async () => (await import('./space-matrix.tsx')).SpaceMatrix),
  timeline: lazyLayout(async () => (await import('./space-timeline.tsx')).SpaceTimeline),
  chart: lazyLayout(async () => (await import('./space-chart.tsx')).SpaceChart),
};
