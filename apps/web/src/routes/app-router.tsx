import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { Refusal } from '@throughline/contract';
import type { WorkspaceOpener } from '../data/open-workspace.ts';
import type { WorkspaceData } from '../data/workspace-data.ts';
import { parseListSearch, printListSearch, type ListSearch } from '../search/list-search.ts';
import { parseSearchTexts, printSearchTexts } from '../search/search-text.ts';
import type { Session } from '../session/session.ts';
import { ErrorRoute, NotFoundRoute, RootRoute } from './root-route.tsx';

export interface AppContext {
  readonly session: Session;
  readonly workspaces: WorkspaceOpener;
}

// Screens are lazy and live outside this folder's route files: what a route file imports lands in the first load.
const rootRoute = createRootRouteWithContext<AppContext>()({
  component: RootRoute,
  errorComponent: ErrorRoute,
  notFoundComponent: NotFoundRoute,
});

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { readonly to?: string } =>
    typeof search['to'] === 'string' && isOwnPath(search['to']) ? { to: search['to'] } : {},
  component: lazyRouteComponent(() => import('./sign-in-route.tsx'), 'SignInRoute'),
});

const firstRunRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/first-run',
  component: lazyRouteComponent(() => import('./first-run-route.tsx'), 'FirstRunRoute'),
});

const sharedRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/shared/$secret',
  component: lazyRouteComponent(() => import('./shared-route.tsx'), 'SharedRoute'),
});

const joinRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/join/$secret',
  component: lazyRouteComponent(() => import('./join-route.tsx'), 'JoinRoute'),
});

const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/start',
  beforeLoad: openWorkspace,
  component: lazyRouteComponent(() => import('./start-route.tsx'), 'StartRoute'),
});

/** Everything inside the frame. */
const frameRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'frame',
  beforeLoad: openWorkspace,
  component: lazyRouteComponent(() => import('./frame-route.tsx'), 'FrameRoute'),
});

const homeRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/',
  beforeLoad: ({ context }) => {
    const [space] = context.data.replica.session().spaces;
    if (space) throw redirect({ to: '/s/$space', params: { space: space.key } });
  },
  component: lazyRouteComponent(() => import('./home-route.tsx'), 'HomeRoute'),
});

const spaceRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/s/$space',
  validateSearch: (search: Record<string, unknown>): ListSearch => parseListSearch(search),
  component: lazyRouteComponent(() => import('./space-route.tsx'), 'SpaceRoute'),
});

/** `/s/PROD/idea/PROD-12`: a record as a page. */
const recordRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/s/$space/$entity/$key',
  validateSearch: (search: Record<string, unknown>): ListSearch => parseListSearch(search),
  component: lazyRouteComponent(() => import('./record-route.tsx'), 'RecordRoute'),
});

const feedbackRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/feedback',
  component: lazyRouteComponent(() => import('./feedback-route.tsx'), 'FeedbackRoute'),
});

const importRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/import',
  component: lazyRouteComponent(() => import('./import-route.tsx'), 'ImportRoute'),
});

const importJobRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/import/$job',
  component: lazyRouteComponent(() => import('./import-job-route.tsx'), 'ImportJobRoute'),
});

const settingsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/settings/{-$section}',
  component: lazyRouteComponent(() => import('./settings-route.tsx'), 'SettingsRoute'),
});

const companiesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/companies',
  component: lazyRouteComponent(() => import('./companies-route.tsx'), 'CompaniesRoute'),
});

const companyRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/companies/$company',
  component: lazyRouteComponent(() => import('./company-route.tsx'), 'CompanyRoute'),
});

export function makeAppRouter(context: AppContext) {
  return createRouter({
    routeTree: rootRoute.addChildren([
      signInRoute,
      firstRunRoute,
      sharedRoute,
      joinRoute,
      startRoute,
      frameRoute.addChildren([
        homeRoute,
        spaceRoute,
        recordRoute,
        feedbackRoute,
        importRoute,
        importJobRoute,
        settingsRoute,
        companiesRoute,
        companyRoute,
      ]),
    ]),
    context,
    parseSearch: parseSearchTexts,
    stringifySearch: (search) =>
      printSearchTexts(Array.isArray(search['sort']) ? printListSearch(search) : search),
    defaultPreload: 'intent',
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    readonly router: ReturnType<typeof makeAppRouter>;
  }
}

/** Only addresses of this app: a link must not send people elsewhere after they sign in. */
function isOwnPath(path: string): boolean {
  return path.startsWith('/') && !path.startsWith('//') && !path.startsWith('/\\');
}

/** The workspace of whoever is signed in; others are sent to sign in and then back. */
async function openWorkspace({
  context,
  location,
}: {
  readonly context: AppContext;
  readonly location: { readonly href: string };
}): Promise<{ readonly data: WorkspaceData }> {
  const session = await context.session.read();
  if (session.state === 'first-run') throw redirect({ to: '/first-run' });
  if (session.state === 'signed-out') throw redirect({ to: '/sign-in', search: { to: location.href } });
  const data = await context.workspaces.open(session.owner).catch((error: unknown) => {
    if (!(error instanceof Refusal) || error.code !== 'unauthenticated') throw error;
    context.session.forget();
    throw redirect({ to: '/sign-in', search: { to: location.href } });
  });
  return { data };
}
