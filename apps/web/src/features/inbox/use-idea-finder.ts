import { useCallback, useMemo } from 'react';
import { useRecords } from '../../data/data-context.ts';
import { readText } from '../../fields/read-value.ts';
import { makeTitleEntry, searchTitles } from '../../search/search-titles.ts';
import type { PickItem } from './pick-panel.tsx';

const shownAtMost = 8;

/** Ideas by words of their titles; those of the space first, then the newest. */
export function useIdeaFinder(space: string | undefined): (query: string) => readonly PickItem[] {
  const ideas = useRecords('idea');
  const index = useMemo(() => {
    const newestFirst = ideas.toReversed();
    const isHere = (id: unknown): boolean => id === space;
    const ordered = [
      ...newestFirst.filter(({ values }) => isHere(values['space'])),
      ...newestFirst.filter(({ values }) => !isHere(values['space'])),
    ];
    return {
      entries: ordered.map(({ id, values }) =>
        makeTitleEntry(id, readText(values['title']), readText(values['key'])),
      ),
      items: new Map(
        ideas.map(({ id, values }) => [
          id,
          { id, label: readText(values['title']), detail: readText(values['key']) },
        ]),
      ),
    };
  }, [ideas, space]);
  return useCallback(
    (query) => searchTitles(index.entries, query, shownAtMost).flatMap((id) => index.items.get(id) ?? []),
    [index],
  );
}
