import type { Command } from '@throughline/ui';
import {
  Download,
  FileUp,
  Layers,
  LogOut,
  MessageSquarePlus,
  Plus,
  Settings,
  Share2,
  SunMoon,
} from 'lucide-react';
import { useMemo, useState } from 'react';
import { useWorkspace } from '../../data/data-context.ts';
import type { FrameData, FrameSpace } from '../../frame/frame-data.ts';
import { sectionLooks } from '../../frame/section-look.tsx';
import { printSearchTexts } from '../../search/search-text.ts';
import { t } from '../../messages/area-t.ts';
import { setTheme, themes } from '../../theme/theme.ts';
import { openCapture } from '../../frame/capture-request.ts';
import { exportHref } from '../../data/export-href.ts';
import { settingsSections } from '../../pages/settings-sections.ts';
import { findRecordCommands } from './find-commands.tsx';
import { recordCommands } from './record-commands.tsx';

export interface CommandParts {
  readonly data: FrameData;
  /** The space that is shown. */
  readonly space: FrameSpace | undefined;
  /** Key of the record that is open. */
  readonly openKey: string | undefined;
  readonly go: (href: string) => void;
  readonly createIdea: ((title: string) => void) | undefined;
  readonly onShare: (() => void) | undefined;
  /** The view of ideas that is shown. */
  readonly viewId: string | undefined;
  readonly onSignOut: () => void;
}

/** What ⌘K offers: places, records found by what is typed, changes of the open record, things to do. */
export function useCommands(
  parts: CommandParts,
): readonly [commands: readonly Command[], onQuery: (query: string) => void] {
  const workspace = useWorkspace();
  const [query, setQuery] = useState('');
  const { go, openKey, createIdea, space } = parts;
  const found = useMemo(() => findRecordCommands(workspace, query, go), [workspace, query, go]);
  const open = openKey === undefined ? undefined : workspace.hub.related('idea', 'key', openKey)[0];
  const ofRecord = open ? recordCommands(workspace, 'idea', open.id) : [];
  const title = query.trim();
  const create: readonly Command[] =
    title.length < 2 || createIdea === undefined
      ? []
      : [
          {
            id: 'create-idea',
            label: t('palette.createIdea', { title, space: space?.name ?? '' }),
            group: t('palette.do'),
            icon: <Plus size={15} />,
            run: () => createIdea(title),
          },
        ];
  return [[...ofRecord, ...placeCommands(parts), ...doCommands(parts), ...found, ...create], setQuery];
}

function placeCommands({ data, go }: CommandParts): readonly Command[] {
  const group = t('palette.goTo');
  return [
    ...data.sections.map(({ name, href }): Command => {
      const { Icon, label } = sectionLooks[name];
      return { id: `section ${name}`, label: t(label), group, icon: <Icon size={15} />, run: () => go(href) };
    }),
    ...data.spaces.flatMap((space): readonly Command[] => [
      {
        id: space.id,
        label: space.name,
        detail: space.key,
        group: t('nav.spaces'),
        icon: <Layers size={15} />,
        keywords: space.key,
        run: () => go(space.href),
      },
      ...space.views.map((view) => ({
        id: view.id,
        label: view.name,
        detail: space.name,
        group: t('top.views'),
        icon: view.icon,
        keywords: space.name,
        run: () => go(view.href),
      })),
    ]),
    ...settingsSections()
      .flatMap(({ sections }) => sections)
      .map(({ id, name, href }) => ({
        id: `settings ${id}`,
        label: name,
        group: t('settings.title'),
        icon: <Settings size={15} />,
        keywords: t('settings.title'),
        run: () => go(href),
      })),
  ];
}

function doCommands({ space, go, onShare, viewId, onSignOut }: CommandParts): readonly Command[] {
  const group = t('palette.do');
  return [
    {
      id: 'capture',
      label: t('top.capture'),
      group,
      icon: <MessageSquarePlus size={15} />,
      shortcut: 'shift+c',
      run: () => openCapture({ space: space?.key }),
    },
    {
      id: 'import',
      label: t('import.title'),
      group,
      icon: <FileUp size={15} />,
      run: () => go(`/import${printSearchTexts({ space: space?.key })}`),
    },
    {
      id: 'new-space',
      label: t('nav.newSpace'),
      group,
      icon: <Plus size={15} />,
      run: () => go('/settings/spaces'),
    },
    ...(onShare
      ? [{ id: 'share', label: t('palette.share'), group, icon: <Share2 size={15} />, run: onShare }]
      : []),
    ...(viewId === undefined ? [] : exportCommands(viewId)),
    {
      id: 'theme',
      label: t('theme.label'),
      group,
      icon: <SunMoon size={15} />,
      keywords: themes.map((name) => t(`theme.${name}`)).join(' '),
      run: () => undefined,
      next: () =>
        themes.map((name) => ({
          id: `theme ${name}`,
          label: t(`theme.${name}`),
          group: t('theme.label'),
          run: () => setTheme(name),
        })),
    },
    { id: 'sign-out', label: t('account.signOut'), group, icon: <LogOut size={15} />, run: onSignOut },
  ];
}

function exportCommands(viewId: string): readonly Command[] {
  return (['csv', 'json'] as const).map((format) => ({
    id: `export ${format}`,
    label: t('palette.export', { format: format.toUpperCase() }),
    group: t('palette.do'),
    icon: <Download size={15} />,
    run: () => location.assign(exportHref({ id: viewId, entity: 'idea' }, format)),
  }));
}
