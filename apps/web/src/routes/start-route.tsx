import { getRouteApi } from '@tanstack/react-router';
import { WorkspaceContext } from '../data/data-context.ts';
import { StartPage } from '../features/start/start-page.tsx';

const route = getRouteApi('/start');

export function StartRoute() {
  const { data } = route.useRouteContext();
  return (
    <WorkspaceContext value={data}>
      <StartPage />
    </WorkspaceContext>
  );
}
