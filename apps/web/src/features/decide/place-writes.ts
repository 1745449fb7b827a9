import { makeRankBetween } from '@throughline/base';
import type { Write } from '@throughline/client';
import type { WorkspaceData } from '../../data/workspace-data.ts';
import { readText } from '../../fields/read-value.ts';

/**
 * Puts an order into a field as one act: the place, from 1, into a number, or the order made by hand (`rank`),
 * where the records share out the places they have.
 */
export function placeWrites({ hub }: WorkspaceData, ids: readonly string[], field: string): readonly Write[] {
  const ranks = field === 'rank' ? handRanks(ids.map((id) => readText(hub.get('idea', id)?.['rank']))) : [];
  return ids.map((id, at) => ({
    entity: 'idea',
    verb: 'update',
    id,
    values: { [field]: ranks[at] ?? at + 1 },
  }));
}

/** The given ranks in order; those that are missing or the same are made anew behind the one before. */
function handRanks(given: readonly string[]): readonly string[] {
  let before: string | null = null;
  return given.toSorted().map((rank) => {
    const next: string =
      rank !== '' && (before === null || rank > before) ? rank : makeRankBetween(before, null);
    before = next;
    return next;
  });
}
