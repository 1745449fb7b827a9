import { usePathPart } from '../router/router-context.ts';
import { ChangelogScreen, ReleaseScreen } from '../screens/release-screens.tsx';

export function ReleasesRoute() {
  return <ReleaseScreen spaceKey={usePathPart('space')} id={usePathPart('release')} />;
}

export function ChangelogRoute() {
  return <ChangelogScreen spaceKey={usePathPart('space')} id={usePathPart('entry')} />;
}
