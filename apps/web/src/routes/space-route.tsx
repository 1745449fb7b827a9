import { usePathPart } from '../router/router-context.ts';
import { SpaceScreen } from '../screens/space-screen.tsx';

export function SpaceRoute() {
  return <SpaceScreen spaceKey={usePathPart('space')} />;
}
