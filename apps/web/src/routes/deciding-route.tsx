import { usePathPart } from '../router/router-context.ts';
import { DecidingScreen } from '../screens/decide-space.tsx';

export function DecidingRoute() {
  return <DecidingScreen spaceKey={usePathPart('space')} id={usePathPart('decision')} />;
}
