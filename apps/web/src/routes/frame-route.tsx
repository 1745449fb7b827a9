import { getRouteApi, Outlet, useLocation, useRouter } from '@tanstack/react-router';
import { colorFromName } from '@throughline/ui';
import type { SessionInfo } from '@throughline/contract';
import { useMemo } from 'react';
import { AppFrame } from '../frame/app-frame.tsx';
import type { FrameData, FramePage } from '../frame/frame-data.ts';
import { useConnection } from './use-connection.ts';

const route = getRouteApi('/frame');

export function FrameRoute() {
  const router = useRouter();
  const { info, session } = route.useRouteContext();
  const { pathname } = useLocation();
  const connection = useConnection();
  const data = useMemo(() => frameDataOf(info), [info]);

  async function signOut() {
    await session.signOut();
    await router.navigate({ to: '/sign-in' });
  }
  return (
    <AppFrame
      data={data}
      page={pageOf(data, pathname)}
      currentHref={pathname}
      settingsHref="/settings"
      connection={connection}
      commands={data.spaces.map((space) => ({
        id: space.id,
        label: space.name,
        group: data.workspaceName,
        run: () => void router.navigate({ href: space.href }),
      }))}
      onRetryConnection={() => void router.invalidate()}
      onSignOut={() => void signOut()}
      onCapture={() => undefined}
    >
      <Outlet />
    </AppFrame>
  );
}

function frameDataOf({ workspace, person, spaces }: SessionInfo): FrameData {
  return {
    workspaceName: workspace.name,
    person,
    favourites: [],
    sections: [],
    spaces: spaces.map(({ id, key, name }) => ({
      id,
      key,
      name,
      color: colorFromName(name),
      href: `/s/${encodeURIComponent(key)}`,
      views: [],
    })),
  };
}

function pageOf(data: FrameData, pathname: string): FramePage {
  const space = data.spaces.find((candidate) => pathname.startsWith(candidate.href));
  const home = { id: 'home', name: data.workspaceName, href: '/' };
  return { breadcrumb: space ? [home, space] : [home], views: [], present: [] };
}
