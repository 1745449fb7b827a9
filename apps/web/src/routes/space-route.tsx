import { ListSkeleton } from '../features/list/list-skeleton.tsx';

/** The ideas of a space, at their final size until they are here. */
export function SpaceRoute() {
  return <ListSkeleton />;
}
