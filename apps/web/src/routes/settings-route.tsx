import { SettingsPage } from '../features/settings/settings-page.tsx';
import { StandardsPage } from '../features/standards/standards-page.tsx';
import { usePathPart, useSearchTexts } from '../router/router-context.ts';

export function SettingsRoute() {
  return <SettingsPage section={usePathPart('section') || 'profile'} Standards={Standards} />;
}

function Standards() {
  const [{ standard, space }, change] = useSearchTexts();
  return <StandardsPage standard={standard} space={space} onGo={(place) => change(place, false)} />;
}
