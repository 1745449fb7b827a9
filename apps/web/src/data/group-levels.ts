/** Groups that hold groups: what each level above the innermost counts and sums up to. */
import type { Cell } from '@throughline/model';
import type { ViewQuery } from '@throughline/view';
import { groupKey } from './list-sections.ts';
import { makeLiveRows, type LiveRows, type RowGroup } from './live-rows.ts';
import type { RecordSource } from './record-source.ts';
import type { RecordValues } from './record-values.ts';

export interface GroupLevels {
  readonly setQuery: (query: ViewQuery) => void;
  /** The group that all records with these outer keys are in, each once. */
  readonly groupOf: (keys: readonly Cell[]) => RowGroup | undefined;
  readonly subscribe: () => () => void;
}

/**
 * A record may stand in several inner groups and counts once in the outer: each outer level is a query of its own,
 * which the engine keeps like any other.
 */
export function makeGroupLevels(source: RecordSource, values: RecordValues): GroupLevels {
  let levels: readonly LiveRows[] = [];
  let stops: (() => void)[] = [];
  let isFollowed = false;
  let asked = '';
  const known = new WeakMap<readonly RowGroup[], ReadonlyMap<string, RowGroup>>();

  function follow(): void {
    stops = levels.map((level) => level.subscribe(() => undefined));
  }
  function leave(): void {
    for (const stop of stops.splice(0)) stop();
  }
  function byKey(level: LiveRows): ReadonlyMap<string, RowGroup> {
    const groups = level.groups();
    const map = known.get(groups) ?? new Map(groups.map((group) => [group.key, group]));
    known.set(groups, map);
    return map;
  }
  return {
    setQuery: (query) => {
      const next = JSON.stringify(query);
      if (next === asked) return;
      asked = next;
      leave();
      levels = query.group.slice(1).map((_, at) => {
        const level = makeLiveRows(source, values);
        level.setQuery({ ...query, order: [], group: query.group.slice(0, at + 1) });
        return level;
      });
      if (isFollowed) follow();
    },
    groupOf: (keys) => {
      const level = levels[keys.length - 1];
      return level && byKey(level).get(groupKey(keys));
    },
    subscribe: () => {
      isFollowed = true;
      follow();
      return () => {
        isFollowed = false;
        leave();
      };
    },
  };
}
