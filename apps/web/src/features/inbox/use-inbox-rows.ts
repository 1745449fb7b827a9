/** The feedback of a tab in order, and how much of it is in each state, followed live. */
import { makeQuery, type Expression } from '@throughline/view';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useWorkspace } from '../../data/data-context.ts';
import { makeLiveRows, type LiveRows } from '../../data/live-rows.ts';
import { makeRecordValues } from '../../data/record-values.ts';
import type { InboxTab } from './inbox-search.ts';

export interface InboxRows {
  readonly count: number;
  readonly idAt: (index: number) => string | undefined;
  readonly indexOf: (id: string) => number;
  /** By state. */
  readonly counts: Readonly<Record<string, number>>;
  /** The one that waits longest among those nobody has handled. */
  readonly oldest: string | undefined;
}

export interface InboxPlace {
  /** A space's id; null for all. */
  readonly space: string | null;
  readonly tab: InboxTab;
  readonly isOldestFirst: boolean;
}

export function useInboxRows({ space, tab, isOldestFirst }: InboxPlace): InboxRows {
  const data = useWorkspace();
  const [rows, states, waiting] = useMemo(() => {
    const source = data.source('feedback', space);
    const values = makeRecordValues(data, source);
    return [
      makeLiveRows(source, values),
      makeLiveRows(source, values),
      makeLiveRows(source, values),
    ] as const;
  }, [data, space]);
  useEffect(() => {
    rows.setQuery(queryOf(tab, isOldestFirst));
    states.setQuery(
      makeQuery('feedback', { group: [{ by: { type: 'field', field: 'state' }, direction: 'ascending' }] }),
    );
    waiting.setQuery(queryOf('new', true));
  }, [rows, states, waiting, tab, isOldestFirst]);
  useVersion(rows);
  useVersion(states);
  useVersion(waiting);
  const [all] = rows.query().order.length > 0 ? rows.groups() : [];
  return {
    count: all?.count ?? 0,
    idAt: (index) => all?.idAt(index),
    indexOf: (id) => all?.indexOf(id) ?? -1,
    counts: Object.fromEntries(
      states.groups().map(({ keys: [key], count }) => [typeof key === 'string' ? key : '', count]),
    ),
    oldest: waiting.query().order.length > 0 ? waiting.groups()[0]?.idAt(0) : undefined,
  };
}

function useVersion(rows: LiveRows): void {
  useSyncExternalStore(rows.subscribe, rows.version);
}

function queryOf(tab: InboxTab, isOldestFirst: boolean) {
  const field = (name: string): Expression => ({ type: 'field', field: name });
  const direction = isOldestFirst ? 'ascending' : 'descending';
  return makeQuery('feedback', {
    order: [
      { by: field('receivedAt'), direction },
      { by: field('createdAt'), direction },
    ],
    ...(tab !== 'all' && {
      where: {
        type: 'compare',
        operator: '=',
        left: field('state'),
        right: { type: 'option', field: 'state', key: tab },
      },
    }),
  });
}
