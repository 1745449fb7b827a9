import { getRouteApi, Outlet, useLocation, useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, type ReactNode } from 'react';
import { useRecords, useReplica, WorkspaceContext } from '../data/data-context.ts';
import { useFavourites } from '../data/favourites.ts';
import { useSession } from '../data/use-session.ts';
import { openCapture } from '../frame/capture-request.ts';
import { NotificationBell } from '../features/notifications/notification-bell.tsx';
import { useCommands } from '../features/search/use-commands.tsx';
import { AppFrame } from '../frame/app-frame.tsx';
import { useNavigateTo } from '../frame/app-link.tsx';
import { useCreateIdea } from '../screens/use-create-idea.ts';
import { useListSearch } from '../search/use-list-search.ts';
import { FrameExtras } from './frame-extras.tsx';
import { frameData, framePage } from './frame-links.tsx';
import { usePresence } from '../live/use-presence.ts';
import { ConflictsBanner } from '../screens/conflicts-banner.tsx';
import { useConnection } from './use-connection.ts';
import { useShareOf } from './use-share-of.ts';
import { useNewView } from './use-new-view.ts';
import { useSections } from './use-sections.ts';

const route = getRouteApi('/frame');

const RecordPanel = lazy(async () => ({
  default: (await import('../screens/record-panel.tsx')).RecordPanel,
}));

export function FrameRoute() {
  const { data } = route.useRouteContext();
  return (
    <WorkspaceContext value={data}>
      <Frame>
        <Outlet />
      </Frame>
    </WorkspaceContext>
  );
}

function Frame({ children }: { readonly children: ReactNode }) {
  const router = useRouter();
  const { session, workspaces } = route.useRouteContext();
  const replica = useReplica();
  const { pathname, href } = useLocation();
  const [search, changeSearch] = useListSearch();
  const info = useSession();
  const views = useRecords('view');
  const { ids: favourites } = useFavourites();
  const sections = useSections();
  const data = useMemo(
    () => frameData({ session: info, views, favourites, sections }),
    [info, views, favourites, sections],
  );
  const page = framePage(data, pathname, search.view);
  const space = data.spaces.find((candidate) => page.breadcrumb.includes(candidate));
  const createView = useNewView(space);
  const onShare = useShareOf(space?.id, page.views.length > 0 ? page.currentViewId : undefined);

  async function signOut() {
    await session.signOut();
    await workspaces.leave();
    await router.navigate({ to: '/sign-in' });
  }
  function signIn() {
    session.forget();
    void router.navigate({ to: '/sign-in', search: { to: href } });
  }
  const go = useNavigateTo();
  const target = space ?? data.spaces[0];
  const createIdea = useCreateIdea(target?.id ?? '');
  const [commands, onCommandQuery] = useCommands({
    data,
    space: target,
    openKey: search.open,
    go,
    createIdea: createIdea && ((title) => void createIdea(title, {})),
    onShare,
    viewId: page.views.length > 0 ? page.currentViewId : undefined,
    onSignOut: () => void signOut(),
  });
  return (
    <AppFrame
      data={data}
      page={{ ...page, present: usePresence(space?.id) }}
      currentHref={search.view === undefined ? pathname : `${pathname}?view=${search.view}`}
      settingsHref="/settings"
      connection={useConnection()}
      commands={commands}
      onCommandQuery={onCommandQuery}
      onNewSpace={() => go('/settings/spaces')}
      notifications={<NotificationBell />}
      onRetryConnection={replica.wake}
      onSignIn={signIn}
      onSignOut={() => void signOut()}
      onCapture={() => openCapture({ space: space?.key })}
      onShare={onShare}
      onNewView={createView}
      panel={
        search.open === undefined || isRecordPage(pathname) ? undefined : (
          <Suspense>
            <RecordPanel
              key={search.open}
              recordKey={search.open}
              onClose={() => changeSearch({ open: undefined, tab: undefined })}
              onOpen={(open) => changeSearch({ open, tab: undefined })}
            />
          </Suspense>
        )
      }
    >
      <ConflictsBanner />
      {children}
      <FrameExtras space={space?.key} />
    </AppFrame>
  );
}

/** A record's own page needs no panel for it. */
function isRecordPage(pathname: string): boolean {
  return /^\/s\/[^/]+\/[^/]+\/./.test(pathname);
}
