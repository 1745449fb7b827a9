import { lazyInPlace, lazyWhenOpen } from '@throughline/ui';
import { useMemo, type ReactNode } from 'react';
import { useRecords, useReplica, useStatus, useWorkspace } from '../data/data-context.ts';
import { useFavourites } from '../data/favourites.ts';
import type { ReplicaRecord } from '../data/record-hub.ts';
import type { Place } from '../data/record-source.ts';
import { useSession } from '../data/use-session.ts';
import { openCapture } from '../frame/capture-request.ts';
import { templateRequest } from '../frame/template-request.ts';
import { NotificationBell } from '../features/notifications/notification-bell.tsx';
import type { PaletteProps } from '../features/search/palette.tsx';
import { AppFrame } from '../frame/app-frame.tsx';
import { OpeningProgress } from '../frame/opening-progress.tsx';
import { useNavigateTo } from '../frame/app-link.tsx';
import { useCreateIdea } from '../screens/use-create-idea.ts';
import { useListSearch } from '../search/use-list-search.ts';
import { FrameExtras } from './frame-extras.tsx';
import { frameData, framePage, roadmapHref } from './frame-links.tsx';
import { usePresence } from '../live/use-presence.ts';
import type { PastRecordPanelProps } from '../screens/past-record-panel.tsx';
import type { RecordPanelProps } from '../screens/record-panel.tsx';
import { ConflictsBanner } from '../screens/conflicts-banner.tsx';
import { useAddress } from '../router/router-context.ts';
import { useApp } from './app-context.ts';
import { signInHref } from './opened-workspace.tsx';
import { useConnection } from './use-connection.ts';
import { useShareOf } from './use-share-of.ts';
import { useSections } from './use-sections.ts';

const RecordPanel = lazyInPlace<RecordPanelProps>(
  async () => (await import('../screens/record-panel.tsx')).RecordPanel,
  <OpeningProgress />,
);
const PastRecordPanel = lazyInPlace<PastRecordPanelProps>(
  async () => (await import('../screens/past-record-panel.tsx')).PastRecordPanel,
  <OpeningProgress />,
);
const Palette = lazyWhenOpen<PaletteProps>(
  async () => (await import('../features/search/palette.tsx')).Palette,
);

export function FrameRoute({ children }: { readonly children: ReactNode }) {
  const { session, workspaces } = useApp();
  const replica = useReplica();
  const { pathname, href } = useAddress();
  const [search, changeSearch] = useListSearch();
  const info = useSession();
  const places = useRecords('space');
  const views = useRecords('view');
  const roadmaps = useRecords('roadmap');
  const isLoading = useStatus(({ loading }) => loading.length > 0);
  const { ids: favourites } = useFavourites();
  const sections = useSections();
  const data = useMemo(
    () => frameData({ session: info, places, views, roadmaps, favourites, sections }),
    [info, places, views, roadmaps, favourites, sections],
  );
  const page = framePage(data, pathname, search.view);
  const space = data.spaces.find((candidate) => page.breadcrumb.includes(candidate));
  const mayCreateView = useWorkspace().rights.may('create', 'view', { space: space?.id ?? '' });
  const onShare = useShareOf(space?.id, page.views.length > 0 ? page.currentViewId : undefined);

  async function signOut() {
    await session.signOut();
    await workspaces.leave();
    go('/sign-in');
  }
  function signIn() {
    session.forget();
    go(signInHref(href));
  }
  const go = useNavigateTo();
  const target = space ?? data.spaces[0];
  const createIdea = useCreateIdea(target?.id ?? '');
  return (
    <AppFrame
      data={data}
      page={{ ...page, present: usePresence(space?.id) }}
      currentHref={search.view === undefined ? pathname : `${pathname}?view=${search.view}`}
      settingsHref="/settings"
      connection={useConnection()}
      palette={(state) => (
        <Palette
          {...state}
          data={data}
          space={target}
          openKey={search.open}
          go={go}
          createIdea={createIdea && ((title) => void createIdea(title, {}))}
          onShare={onShare}
          viewId={page.views.length > 0 ? page.currentViewId : undefined}
          onSignOut={() => void signOut()}
        />
      )}
      onNewSpace={() => go('/settings/spaces')}
      notifications={<NotificationBell />}
      onRetryConnection={replica.wake}
      onSignIn={signIn}
      onSignOut={() => void signOut()}
      onCapture={() => openCapture({ space: space?.key })}
      onShare={onShare}
      onNewView={space && mayCreateView ? () => templateRequest.open({ wanted: 'view', space }) : undefined}
      panel={
        search.open === undefined || isRecordPage(pathname) ? undefined : (
          <OpenedRecord
            key={search.open}
            recordKey={search.open}
            day={search.since === undefined ? search.at : undefined}
            place={space?.id ?? sourcesAt(roadmaps, pathname)}
            onClose={() => changeSearch({ open: undefined, tab: undefined })}
            onOpen={(open) => changeSearch({ open, tab: undefined })}
          />
        )
      }
    >
      <ConflictsBanner />
      {isLoading && !pathname.startsWith('/s/') && (
        // Above the page: what is shown already must not move when the rest has come.
        <div className="pointer-events-none fixed inset-x-0 bottom-4 z-10 mx-auto max-w-sm *:rounded-md *:bg-overlay *:p-4 *:shadow-popup">
          <OpeningProgress />
        </div>
      )}
      {children}
      <FrameExtras space={space?.key} />
    </AppFrame>
  );
}

interface OpenedRecordProps extends RecordPanelProps {
  /** An earlier day that is looked back to. */
  readonly day: string | undefined;
  readonly place: Place;
}

function OpenedRecord({ day, place, ...rest }: OpenedRecordProps) {
  if (day === undefined || place === null) return <RecordPanel {...rest} />;
  return <PastRecordPanel {...rest} day={day} place={place} />;
}

/** The source spaces of the roadmap that an address names. */
function sourcesAt(roadmaps: readonly ReplicaRecord[], pathname: string): Place {
  const sources = roadmaps.find(({ id }) => pathname === roadmapHref(id))?.values['spaces'];
  return Array.isArray(sources) ? (sources as readonly string[]) : null;
}

/** A record's own page needs no panel for it. */
function isRecordPage(pathname: string): boolean {
  return /^\/s\/[^/]+\/[^/]+\/./.test(pathname);
}
