import { StartPage } from '../features/start/start-page.tsx';
import { StartTemplates } from '../features/templates/start-templates.tsx';

export function StartRoute() {
  return <StartPage templates={(onUse) => <StartTemplates onUse={onUse} />} />;
}
