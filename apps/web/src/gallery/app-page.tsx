import { CommandPalette, Button, EmptyState, IconButton, showToast, type Command } from '@throughline/ui';
import { Columns3, Inbox, Lightbulb, Table2, X } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { BoardView } from '../features/board/board-view.tsx';
import { ListView } from '../features/list/list-view.tsx';
import { AppFrame } from '../frame/app-frame.tsx';
import type { ConnectionState } from '../frame/frame-data.ts';
import { makeExampleBoardModel } from './example-board-model.ts';
import { exampleFrame, examplePage } from './example-frame.tsx';
import { exampleLookups, statusOptions } from './example-lookups.ts';
import { makeExampleListModel } from './example-list-model.ts';
import { ideaTitle } from './example-words.ts';

export interface AppPageProps {
  readonly view: 'list' | 'board' | 'empty';
  readonly connection: ConnectionState;
  readonly count: number;
}

const names = { list: 'All ideas', board: 'Now / Next / Later', empty: 'All ideas' } as const;

/** The frame around a list of 100,000 ideas or a board of 10,000. */
export function AppPage({ view, connection, count }: AppPageProps) {
  const [openedId, setOpenedId] = useState<string>();
  const commands = useExampleCommands();
  return (
    <AppFrame
      data={exampleFrame}
      page={examplePage(view === 'board' ? 'board' : 'all', names[view])}
      currentHref="?page=list"
      settingsHref="?page=settings"
      connection={connection}
      palette={(state) => <CommandPalette {...state} commands={commands} />}
      onRetryConnection={() => showToast({ title: 'Still no answer from the server' })}
      onSignOut={() => undefined}
      onCapture={() => showToast({ title: 'Feedback' })}
      onShare={() => showToast({ title: 'Link copied' })}
      onNewView={() => undefined}
      onNewSpace={() => undefined}
      panel={openedId !== undefined && <ExamplePanel id={openedId} onClose={() => setOpenedId(undefined)} />}
    >
      {view === 'board' ? (
        <ExampleBoard count={count} openedId={openedId} onOpen={setOpenedId} />
      ) : (
        <ExampleList count={view === 'empty' ? 0 : count} openedId={openedId} onOpen={setOpenedId} />
      )}
    </AppFrame>
  );
}

interface ExampleViewProps {
  readonly count: number;
  readonly openedId: string | undefined;
  readonly onOpen: (id: string) => void;
}

function ExampleList({ count, openedId, onOpen }: ExampleViewProps) {
  const model = useMemo(() => makeExampleListModel(count, count > 0), [count]);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const empty = (
    <EmptyState
      icon={<Lightbulb size={28} strokeWidth={1.5} />}
      title="No ideas yet"
      text="An idea is anything you might build or change, with the evidence that speaks for it."
      action={<Button variant="primary">Create the first idea</Button>}
    />
  );
  return (
    <ListView
      label="All ideas"
      model={model}
      lookups={exampleLookups}
      openedId={openedId}
      selected={selected}
      onSelect={setSelected}
      empty={empty}
      actions={{
        open: onOpen,
        edit: (ids, columnId, value) => {
          model.edit(ids, columnId, value);
          if (ids.length > 1) showToast({ title: `${ids.length} ideas changed`, undo: () => undefined });
        },
        create: () => showToast({ title: 'New idea' }),
        toggleGroup: model.toggleGroup,
        resizeColumn: model.resizeColumn,
        moveColumn: model.moveColumn,
        hideColumn: model.hideColumn,
        sortBy: (columnId, direction) => showToast({ title: `${columnId} ${direction}` }),
        addColumn: () => undefined,
        archive: (ids) => showToast({ title: `${ids.length} archived`, undo: () => undefined }),
      }}
    />
  );
}

function ExampleBoard({ count, openedId, onOpen }: ExampleViewProps) {
  const model = useMemo(() => makeExampleBoardModel(count), [count]);
  return (
    <BoardView
      label="Now / Next / Later"
      model={model}
      lookups={exampleLookups}
      openedId={openedId}
      actions={{ open: onOpen, move: model.move, create: () => undefined }}
    />
  );
}

function ExamplePanel({ id, onClose }: { readonly id: string; readonly onClose: () => void }): ReactNode {
  return (
    <>
      <div className="flex h-12 shrink-0 items-center justify-between border-b px-4">
        <span className="text-small text-muted">PAY-{id}</span>
        <IconButton label="Close" shortcut="esc" icon={<X size={16} />} onClick={onClose} />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto p-6">
        <h2 className="text-title font-semibold">{ideaTitle(Number(id))}</h2>
        <p className="mt-3 text-reading">
          “We lose a day whenever the approver travels.” Twelve customers have said this since March, most of
          them while closing a quarter.
        </p>
      </div>
    </>
  );
}

function useExampleCommands(): readonly Command[] {
  return useMemo(
    () => [
      {
        id: 'new',
        label: 'New idea',
        group: 'Create',
        shortcut: 'c',
        icon: <Lightbulb size={15} />,
        run: () => undefined,
      },
      {
        id: 'feedback',
        label: 'New feedback',
        group: 'Create',
        icon: <Inbox size={15} />,
        run: () => undefined,
      },
      {
        id: 'status',
        label: 'Change status…',
        group: 'This idea',
        run: () => undefined,
        next: () =>
          statusOptions.map((option) => ({
            id: option.key,
            label: option.name,
            group: 'Status',
            run: () => showToast({ title: option.name }),
          })),
      },
      {
        id: 'all',
        label: 'All ideas',
        detail: 'Payments',
        group: 'Go to',
        icon: <Table2 size={15} />,
        run: () => undefined,
      },
      {
        id: 'board',
        label: 'Now / Next / Later',
        detail: 'Payments',
        group: 'Go to',
        icon: <Columns3 size={15} />,
        run: () => undefined,
      },
      ...Array.from({ length: 30 }, (_, row) => ({
        id: `idea ${row}`,
        label: ideaTitle(row),
        detail: `PAY-${row}`,
        group: 'Ideas',
        run: () => undefined,
      })),
    ],
    [],
  );
}
