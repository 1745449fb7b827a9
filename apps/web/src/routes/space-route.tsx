import { getRouteApi } from '@tanstack/react-router';
import { SpaceScreen } from '../screens/space-screen.tsx';

const route = getRouteApi('/frame/s/$space');

export function SpaceRoute() {
  const { space } = route.useParams();
  return <SpaceScreen spaceKey={space} />;
}
