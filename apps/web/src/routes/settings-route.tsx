import { useParams } from '@tanstack/react-router';
import { SettingsPage } from '../features/settings/settings-page.tsx';

export function SettingsRoute() {
  const { section = 'profile' } = useParams({ strict: false });
  return <SettingsPage section={section} />;
}
