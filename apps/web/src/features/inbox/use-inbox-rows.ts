/** The feedback of a tab in order, and how much of it is in each state, followed live. */
import { makeQuery, parseExpressionText, type Expression, type ViewQuery } from '@throughline/view';
import { useCallback, useLayoutEffect, useMemo, useSyncExternalStore } from 'react';
import { useWorkspace } from '../../data/data-context.ts';
import { makeLiveRows, type LiveRows } from '../../data/live-rows.ts';
import { makeRecordValues } from '../../data/record-values.ts';
import type { InboxTab } from './inbox-search.ts';
import { isAwake, isSnoozed, useMinute } from './snooze.ts';
import { allOf, whoseQuery } from './whose-query.ts';
import { keysWithWaitingComments, waitingQuery } from './waiting-query.ts';

export interface InboxRows {
  /** False while the rows are still those of the place before. */
  readonly isAnswered: boolean;
  readonly count: number;
  readonly idAt: (index: number) => string | undefined;
  readonly indexOf: (id: string) => number;
  /** By state. */
  readonly counts: Readonly<Record<string, number>>;
  /** With words that wait for somebody to let them on a portal. */
  readonly toApprove: number;
  /** Put off until later. */
  readonly snoozed: number;
  /** The one that waits longest among those nobody has handled. */
  readonly oldest: string | undefined;
}

export interface InboxPlace {
  /** A space's id; null for all. */
  readonly space: string | null;
  readonly tab: InboxTab;
  /** As the address names it: see `InboxSearch`. */
  readonly whose: string | undefined;
  /** A condition, as text. */
  readonly only: string | undefined;
  readonly isOldestFirst: boolean;
}

export function useInboxRows({ space, tab, whose, only, isOldestFirst }: InboxPlace): InboxRows {
  const data = useWorkspace();
  const waitingKeys = useWaitingKeys();
  const me = data.replica.session().person.id;
  const minute = useMinute();
  const [rows, states, waiting, approval, snoozed] = useMemo(() => {
    const source = data.source('feedback', space);
    const values = makeRecordValues(data, source);
    return [
      makeLiveRows(source, values),
      makeLiveRows(source, values),
      makeLiveRows(source, values),
      makeLiveRows(source, values),
      makeLiveRows(source, values),
    ] as const;
  }, [data, space]);
  const theirs = useMemo(() => {
    const schema = data.source('feedback', space).schema();
    const parsed = only === undefined ? undefined : parseExpressionText(only, schema);
    return allOf(whoseQuery(whose, me), parsed?.ok === true ? parsed.value.expression : undefined);
  }, [data, space, whose, me, only]);
  const asked = { tab, theirs, isOldestFirst, waitingKeys, minute };
  useLayoutEffect(() => {
    rows.setQuery(queryOf({ tab, theirs, isOldestFirst, waitingKeys, minute }));
    states.setQuery(statesOf(theirs, minute));
    waiting.setQuery(queryOf({ tab: 'new', theirs, isOldestFirst: true, waitingKeys: '', minute }));
    approval.setQuery(queryOf({ tab: 'waiting', theirs, isOldestFirst, waitingKeys, minute }));
    snoozed.setQuery(queryOf({ tab: 'snoozed', theirs, isOldestFirst, waitingKeys, minute }));
  }, [rows, states, waiting, approval, snoozed, tab, theirs, isOldestFirst, waitingKeys, minute]);
  useVersion(rows);
  useVersion(states);
  useVersion(waiting);
  useVersion(approval);
  useVersion(snoozed);
  const [all] = rows.query().order.length > 0 ? rows.groups() : [];
  return {
    // What waits for approval comes and goes by comments: that is no other place.
    isAnswered:
      isSame(rows.query().order, queryOf(asked).order) &&
      isSame(states.query(), statesOf(theirs, minute)) &&
      isSame(rows.query(), tab === 'waiting' ? approval.query() : queryOf(asked)),
    count: all?.count ?? 0,
    idAt: (index) => all?.idAt(index),
    indexOf: (id) => all?.indexOf(id) ?? -1,
    counts: Object.fromEntries(
      states.groups().map(({ keys: [key], count }) => [typeof key === 'string' ? key : '', count]),
    ),
    toApprove: approval.query().order.length > 0 ? approval.count() : 0,
    snoozed: snoozed.query().order.length > 0 ? snoozed.count() : 0,
    oldest: waiting.query().order.length > 0 ? waiting.groups()[0]?.idAt(0) : undefined,
  };
}

function isSame(one: ViewQuery | ViewQuery['order'], other: typeof one): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function statesOf(theirs: Expression | undefined, minute: string): ViewQuery {
  const where = allOf(isAwake(minute), theirs);
  return makeQuery('feedback', {
    group: [{ by: field('state'), direction: 'ascending' }],
    ...(where !== undefined && { where }),
  });
}

function useVersion(rows: LiveRows): void {
  useSyncExternalStore(rows.subscribe, rows.version);
}

interface Asked extends Omit<InboxPlace, 'space' | 'whose' | 'only'> {
  readonly theirs: Expression | undefined;
  readonly waitingKeys: string;
  /** ISO 8601. */
  readonly minute: string;
}

function queryOf({ tab, theirs, isOldestFirst, waitingKeys, minute }: Asked) {
  const direction = isOldestFirst ? 'ascending' : 'descending';
  const where = allOf(whereOf(tab, waitingKeys, minute), theirs);
  return makeQuery('feedback', {
    order: [
      { by: field('receivedAt'), direction },
      { by: field('createdAt'), direction },
    ],
    ...(where !== undefined && { where }),
  });
}

function whereOf(tab: InboxTab, waitingKeys: string, minute: string): Expression | undefined {
  if (tab === 'all') return undefined;
  if (tab === 'snoozed') return isSnoozed(minute);
  if (tab === 'waiting') return waitingQuery(waitingKeys.split(' ').filter(Boolean));
  const right = { type: 'option', field: 'state', key: tab } as const;
  const isInState: Expression = { type: 'compare', operator: '=', left: field('state'), right };
  return allOf(isInState, isAwake(minute));
}

function field(name: string): Expression {
  return { type: 'field', field: name };
}

function useWaitingKeys(): string {
  const { hub } = useWorkspace();
  return useSyncExternalStore(
    useCallback((listener) => hub.onEntity('comment', listener), [hub]),
    () => keysWithWaitingComments(hub),
  );
}
