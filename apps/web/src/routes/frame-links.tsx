/** Where things are in the app, and what the frame shows of them. */
import type { SessionInfo } from '@throughline/contract';
import { colorFromName } from '@throughline/ui';
import { ChartColumn, ChartGantt, ChartScatter, Columns3, Table2, type LucideIcon } from 'lucide-react';
import type { ReplicaRecord } from '../data/record-hub.ts';
import { byRank, isOfSpace } from '../data/space-views.ts';
import { readText } from '../fields/read-value.ts';
import type { FrameData, FrameLink, FramePage, FrameSection, FrameView } from '../frame/frame-data.ts';
import { t } from '../messages/t.ts';
import { printSearchTexts } from '../search/search-text.ts';

export function spaceHref(key: string): string {
  return `/s/${encodeURIComponent(key)}`;
}

export function viewHref(spaceKey: string, viewId: string): string {
  return `${spaceHref(spaceKey)}${printSearchTexts({ view: viewId })}`;
}

export function roadmapHref(id: string): string {
  return `/roadmaps/${id}`;
}

const layoutIcons: Readonly<Record<string, LucideIcon>> = {
  board: Columns3,
  matrix: ChartScatter,
  timeline: ChartGantt,
  chart: ChartColumn,
};

function viewLink(place: string, { id, values }: ReplicaRecord): FrameView {
  const Icon = layoutIcons[readText(values['layout'])] ?? Table2;
  return {
    id,
    name: readText(values['name']) || t('view.unnamed'),
    href: `${place}${printSearchTexts({ view: id })}`,
    icon: <Icon size={14} aria-hidden />,
    section: readText(values['section']) || undefined,
  };
}

export interface FrameParts {
  readonly session: SessionInfo;
  /** The spaces as records, with what people gave them to be known by. */
  readonly places: readonly ReplicaRecord[];
  readonly views: readonly ReplicaRecord[];
  readonly roadmaps: readonly ReplicaRecord[];
  readonly favourites: readonly string[];
  readonly sections: readonly FrameSection[];
}

export function frameData(parts: FrameParts): FrameData {
  const { session, places, views, roadmaps, favourites, sections } = parts;
  const ordered = views.toSorted(byRank);
  const spaces = session.spaces.map(({ id, key, name }) => ({
    id,
    key,
    name,
    color: colorFromName(name),
    emoji: readText(places.find((place) => place.id === id)?.values['emoji']),
    href: spaceHref(key),
    views: ordered
      .filter(({ values }) => isOfSpace(values) && values['space'] === id)
      .map((view) => viewLink(spaceHref(key), view)),
  }));
  const maps = roadmaps.toSorted(byRank).map(({ id, values }) => ({
    id,
    name: readText(values['name']) || t('view.unnamed'),
    href: roadmapHref(id),
    views: ordered
      .filter((view) => view.values['roadmap'] === id)
      .map((view) => viewLink(roadmapHref(id), view)),
  }));
  const links = [...spaces, ...maps].flatMap(({ views: own }) => own);
  return {
    workspaceName: session.workspace.name,
    person: session.person,
    sections,
    spaces,
    roadmaps: maps,
    favourites: favourites.flatMap((id) => links.find((link) => link.id === id) ?? []),
  };
}

/** The place that an address names; views are tabs of their space. */
export function framePage(data: FrameData, pathname: string, viewId: string | undefined): FramePage {
  const home = { id: 'home', name: data.workspaceName, href: '/' };
  const space = data.spaces.find(({ href }) => pathname === href || pathname.startsWith(`${href}/`));
  // Contacts are found through their companies.
  const place = pathname.replace(/^\/contacts\//, '/companies/');
  const section = data.sections.find(({ href }) => place.startsWith(href));
  const roadmap = data.roadmaps.find(({ href }) => pathname === href);
  if (roadmap !== undefined) {
    const all = { id: 'roadmaps', name: t('nav.roadmaps'), href: '/roadmaps' };
    const { views } = roadmap;
    return { breadcrumb: [home, all, roadmap], views, currentViewId: viewId ?? views[0]?.id, present: [] };
  }
  if (space === undefined) {
    const named = section
      ? { id: section.name, name: t(`nav.${section.name}`), href: section.href }
      : otherPlaces().find(({ href }) => pathname.startsWith(href));
    return { breadcrumb: named ? [home, named] : [home], views: [], present: [] };
  }
  const isRecord = pathname !== space.href;
  return {
    breadcrumb: [home, space],
    views: isRecord ? [] : space.views,
    currentViewId: viewId ?? space.views[0]?.id,
    present: [],
  };
}

/** Places that are reached from menus, not from the sidebar. */
function otherPlaces(): readonly FrameLink[] {
  return [
    { id: 'settings', name: t('settings.title'), href: '/settings' },
    { id: 'import', name: t('import.title'), href: '/import' },
  ];
}
