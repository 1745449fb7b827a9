/** Every address of the app and the screen it shows. Screens are loaded when they are gone to. */
import type { ComponentType } from 'react';
import { matchPath, type PathParts } from '../router/match-path.ts';

export interface AppRoute {
  readonly pattern: string;
  readonly load: () => Promise<ComponentType>;
  /** `frame` is inside the frame of a workspace, `workspace` only needs one, `outside` is for everybody. */
  readonly place: 'frame' | 'workspace' | 'outside';
}

const loadSettings = async () => (await import('./settings-route.tsx')).SettingsRoute;

const loadDeciding = async () => (await import('./deciding-route.tsx')).DecidingRoute;

const loadReleases = async () => (await import('./release-route.tsx')).ReleasesRoute;
const loadChangelog = async () => (await import('./release-route.tsx')).ChangelogRoute;

const routes: readonly AppRoute[] = [
  inFrame('/', async () => (await import('./home-route.tsx')).HomeRoute),
  inFrame('/s/$space', async () => (await import('./space-route.tsx')).SpaceRoute),
  inFrame('/s/$space/deciding', loadDeciding),
  inFrame('/s/$space/deciding/$decision', loadDeciding),
  inFrame('/s/$space/releases', loadReleases),
  inFrame('/s/$space/releases/$release', loadReleases),
  inFrame('/s/$space/themes', async () => (await import('./themes-route.tsx')).ThemesRoute),
  inFrame('/s/$space/demand', async () => (await import('./demand-route.tsx')).DemandRoute),
  inFrame('/s/$space/surveys/$survey', async () => (await import('./survey-route.tsx')).SurveyRoute),
  inFrame('/s/$space/changelog', loadChangelog),
  inFrame('/s/$space/changelog/$entry', loadChangelog),
  inFrame('/s/$space/$entity/$key', async () => (await import('./record-route.tsx')).RecordRoute),
  inFrame('/feedback', async () => (await import('./feedback-route.tsx')).FeedbackRoute),
  inFrame('/feedback/leakage', async () => (await import('./leakage-route.tsx')).LeakageRoute),
  inFrame('/roadmaps', async () => (await import('./roadmap-route.tsx')).RoadmapsRoute),
  inFrame('/roadmaps/$roadmap', async () => (await import('./roadmap-route.tsx')).RoadmapRoute),
  inFrame('/roadmaps/$roadmap/for/$edition', async () => (await import('./roadmap-route.tsx')).EditionRoute),
  inFrame('/import', async () => (await import('./import-route.tsx')).ImportRoute),
  inFrame('/import/$job', async () => (await import('./import-job-route.tsx')).ImportJobRoute),
  inFrame('/settings', loadSettings),
  inFrame('/settings/$section', loadSettings),
  inFrame('/companies', async () => (await import('./companies-route.tsx')).CompaniesRoute),
  inFrame('/companies/$company', async () => (await import('./company-route.tsx')).CompanyRoute),
  inFrame('/contacts/$contact', async () => (await import('./contact-route.tsx')).ContactRoute),
  {
    pattern: '/start',
    load: async () => (await import('./start-route.tsx')).StartRoute,
    place: 'workspace',
  },
  outside('/sign-in', async () => (await import('./sign-in-route.tsx')).SignInRoute),
  outside('/first-run', async () => (await import('./first-run-route.tsx')).FirstRunRoute),
  outside('/shared/$secret', async () => (await import('./shared-route.tsx')).SharedRoute),
  outside('/join/$secret', async () => (await import('./join-route.tsx')).JoinRoute),
];

const nowhere = outside('', async () => (await import('./not-found-route.tsx')).NotFoundRoute);

export interface FoundRoute {
  readonly route: AppRoute;
  readonly parts: PathParts;
}

export function findRoute(pathname: string): FoundRoute {
  for (const route of routes) {
    const parts = matchPath(route.pattern, pathname);
    if (parts !== undefined) return { route, parts };
  }
  return { route: nowhere, parts: {} };
}

function inFrame(pattern: string, load: AppRoute['load']): AppRoute {
  return { pattern, load, place: 'frame' };
}

function outside(pattern: string, load: AppRoute['load']): AppRoute {
  return { pattern, load, place: 'outside' };
}
