import { SettingsPage } from '../features/settings/settings-page.tsx';
import { usePathPart } from '../router/router-context.ts';

export function SettingsRoute() {
  return <SettingsPage section={usePathPart('section') || 'profile'} />;
}
