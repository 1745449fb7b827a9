import type { ViewQuery } from '@throughline/view';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { Layout } from '../search/list-search.ts';
import { useStatus } from './data-context.ts';
import type { RecordSource } from './record-source.ts';
import type { RecordWindow, WindowState } from './record-window.ts';

/** What a view that shows a part of the records says about it. */
export interface ShownWindow extends WindowState {
  readonly retry: () => void;
}

/** Lists grow as somebody scrolls; all else is drawn over so many records. */
const most = 10_000;
const listStart = 500;
const closed: WindowState = { isOpen: false, isAsking: true, loaded: 0, count: undefined, hasFailed: false };
const never = (): (() => void) => () => undefined;

/** Keeps the part of the records that a view shows; undefined where all are here. */
export function useRecordWindow(
  source: RecordSource,
  query: ViewQuery,
  layout: Layout,
): ShownWindow | undefined {
  const isPartial = useStatus(() => source.isPartial());
  const [, setReady] = useState<RecordWindow>();
  const window = isPartial ? source.window() : undefined;
  useEffect(() => {
    if (isPartial) void source.openWindow().then(() => setReady(source.window()));
  }, [isPartial, source]);
  useEffect(() => window?.ask(query, layout === 'list' ? listStart : most), [window, query, layout]);
  const state = useSyncExternalStore(
    useCallback((listener: () => void) => (window?.subscribe ?? never)(listener), [window]),
    () => window?.state() ?? closed,
  );
  return isPartial ? { ...state, retry: () => window?.retry() } : undefined;
}
