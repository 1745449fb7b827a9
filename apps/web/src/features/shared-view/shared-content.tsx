import { EmptyState, Segmented } from '@throughline/ui';
import { useMemo, useState } from 'react';
import { useIsPhone } from '../../frame/use-is-phone.ts';
import { t } from '../../messages/area-t.ts';
import {
  sharedColumns,
  sharedGroups,
  sharedLookups,
  type SharedItem,
  type SharedPage,
  type SharedView,
} from './shared-data.ts';
import { SharedBoard } from './shared-board.tsx';
import { SharedCards, SharedTable } from './shared-list.tsx';
import { SharedPanel } from './shared-panel.tsx';
import { SharedTimeline } from './shared-timeline.tsx';

export interface SharedContentProps {
  readonly page: SharedPage;
  /** Inside the app, which has a heading of its own. */
  readonly isPreview?: boolean;
}

/** What readers of a published page see, there and in its preview. */
export function SharedContent({ page, isPreview = false }: SharedContentProps) {
  const [shown, setShown] = useState('0');
  const view = page.views[Number(shown)] ?? page.views[0];
  const [Heading, Main] = isPreview ? (['h2', 'div'] as const) : (['h1', 'main'] as const);
  return (
    <div className={`flex flex-col bg-canvas ${isPreview ? 'min-h-0 flex-1' : 'h-dvh'}`}>
      <header className="flex shrink-0 flex-wrap items-baseline gap-x-3 gap-y-1 border-b px-6 py-4 max-sm:px-4 max-sm:py-3">
        <Heading className="min-w-0 flex-1 text-title font-semibold wrap-break-word">{page.title}</Heading>
        {view && (
          <span className="figures shrink-0 text-small text-muted">
            {t('shared.records', { count: view.items.length })}
            {view.isCut && ` · ${t('shared.cut')}`}
          </span>
        )}
        {page.about !== null && <p className="w-full text-muted">{page.about}</p>}
        {page.views.length > 1 && (
          <div className="w-full overflow-x-auto pt-1">
            <Segmented
              label={t('shared.views')}
              items={page.views.map(({ name }, index) => ({ id: String(index), label: name }))}
              value={shown}
              onChange={setShown}
            />
          </div>
        )}
      </header>
      <Main className="flex min-h-0 flex-1 flex-col">
        {view && <ViewContent key={shown} view={view} titles={page.titles} />}
      </Main>
      <footer className="shrink-0 border-t px-6 py-1.5 text-small text-muted max-sm:px-4">
        {t('shared.by')}
      </footer>
    </div>
  );
}

function ViewContent({ view, titles }: { readonly view: SharedView } & Pick<SharedPage, 'titles'>) {
  const isPhone = useIsPhone();
  const [opened, setOpened] = useState<SharedItem>();
  const parts = useMemo(
    () => ({
      columns: sharedColumns(view),
      groups: sharedGroups(view, titles),
      lookups: sharedLookups(titles),
      groupBy: view.groupBy,
      onOpen: setOpened,
    }),
    [view, titles],
  );
  if (view.items.length === 0) return <EmptyState title={t('shared.empty')} text={t('shared.emptyText')} />;
  const range = parts.columns.find(({ source }) => source.type === 'date-range');
  const isBoard = view.layout === 'board' && view.groupBy !== null;
  return (
    <>
      {isBoard ? (
        <SharedBoard {...parts} />
      ) : view.layout === 'timeline' && range ? (
        <SharedTimeline {...parts} items={view.items} range={range} />
      ) : isPhone ? (
        <SharedCards {...parts} />
      ) : (
        <SharedTable {...parts} />
      )}
      <SharedPanel
        item={opened}
        columns={parts.columns}
        lookups={parts.lookups}
        onClose={() => setOpened(undefined)}
      />
    </>
  );
}
