import type { SessionInfo } from '@throughline/contract';
import { Button, EmptyState } from '@throughline/ui';
import { FilterX, Lightbulb } from 'lucide-react';
import { parseListSettings } from '@throughline/view';
import { useLayoutEffect, useMemo, useState } from 'react';
import { useLookups, useWorkspace } from '../data/data-context.ts';
import { useSession } from '../data/use-session.ts';
import { readText } from '../fields/read-value.ts';
import type { ListActions, PastePlace } from '../data/list-model.ts';
import { NO_FILTER } from '../data/saved-view.ts';
import { makeViewListModel } from '../data/view-list-model.ts';
import { ListView } from '../features/list/list-view.tsx';
import { AppLink } from '../frame/app-link.tsx';
import { useKeptSetting } from '../frame/kept-setting.ts';
import { t } from '../messages/t.ts';
import { printSearchTexts } from '../search/search-text.ts';
import { ListDialogs, type ListDialog } from './list-dialogs.tsx';
import type { SpaceLayoutProps } from './space-layouts.tsx';
import { useListActions } from './use-list-actions.ts';
import type { SpaceView } from './use-space-view.ts';

const nothing: readonly string[] = [];

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

export function SpaceList({ view, selected, onSelect, onCreate, onAddField }: SpaceLayoutProps) {
  const data = useWorkspace();
  const lookups = useLookups(view.source.entity);
  const { query } = view.shown;
  const { columns, settings } = view;
  const [folded, setFolded] = useKeptSetting(`folded.${view.view?.id}`, nothing, isTexts);
  const shape = useMemo(
    () => ({
      query,
      columns,
      collapsed: new Set(settings.collapsed),
      settings: parseListSettings(settings.layouts.list),
      folded: new Set(folded),
    }),
    [query, columns, settings, folded],
  );
  const [model] = useState(() => {
    const made = makeViewListModel(data, view.source);
    made.setShape(shape);
    return made;
  });
  useLayoutEffect(() => model.setShape(shape), [model, shape]);
  const [asked, setAsked] = useState<ListDialog>();
  const toggleRow = (id: string) =>
    setFolded(folded.includes(id) ? folded.filter((each) => each !== id) : [...folded, id]);
  const actions = {
    ...useListActions({ view, onCreate, onAddField, model, ask: setAsked }),
    toggleRow,
    paste: (text: string, at: PastePlace) =>
      void import('./paste-ideas.ts').then(({ pasteIdeas }) =>
        pasteIdeas({ data, view, model, selected, ask: setAsked }, text, at),
      ),
  };
  return (
    <>
      <ListView
        label={readText(view.view?.values['name']) || t('space.list')}
        model={model}
        actions={actions}
        lookups={lookups}
        openedId={openedId(view, data.hub)}
        selected={selected}
        onSelect={onSelect}
        empty={<NothingHere view={view} create={actions.create} />}
      />
      <ListDialogs view={view} asked={asked} onClose={() => setAsked(undefined)} />
    </>
  );
}

type Hub = ReturnType<typeof useWorkspace>['hub'];

/** The address names the opened record by its key, or by its id while it has none. */
export function openedId({ search, source }: SpaceView, hub: Hub): string | undefined {
  const { open } = search;
  return open === undefined ? undefined : (hub.related(source.entity, 'key', open)[0]?.id ?? open);
}

function importHref(spaces: SessionInfo['spaces'], id: string | null): string {
  return `/import${printSearchTexts({ space: spaces.find((space) => space.id === id)?.key })}`;
}

interface NothingHereProps {
  readonly view: SpaceView;
  readonly create: ListActions['create'];
}

function NothingHere({ view, create }: NothingHereProps) {
  const { spaces } = useSession();
  if (view.source.store().count > 0) {
    return (
      <EmptyState
        icon={<FilterX size={28} strokeWidth={1.5} />}
        title={t('space.noMatch')}
        text={t('space.noMatchText')}
        action={
          <Button variant="primary" onClick={() => view.changeSearch({ f: NO_FILTER })}>
            {t('space.showAll')}
          </Button>
        }
      />
    );
  }
  return (
    <EmptyState
      icon={<Lightbulb size={28} strokeWidth={1.5} />}
      title={t('space.emptyTitle')}
      text={t('space.emptyText')}
      action={
        create && (
          <Button variant="primary" shortcut="c" onClick={create}>
            {t('space.create')}
          </Button>
        )
      }
      example={
        create && (
          <AppLink href={importHref(spaces, view.source.space)} className="hover:text-ink hover:underline">
            {t('space.import')}
          </AppLink>
        )
      }
    />
  );
}
