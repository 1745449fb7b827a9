/** Order made by hand: a rank between two neighbours, so that moving a record writes one row. */
import { makeRankBetween } from '@throughline/base';
import type { WorkspaceData } from '../data/workspace-data.ts';
import { readText } from '../fields/read-value.ts';

/** The rank of a record that is to stand between two others; either may be none. */
export function rankBetween(
  { hub }: WorkspaceData,
  entity: string,
  [before, after]: readonly [before: string | undefined, after: string | undefined],
): string {
  const rankOf = (id: string | undefined): string | null =>
    id === undefined ? null : readText(hub.get(entity, id)?.['rank']) || null;
  const [low, high] = [rankOf(before), rankOf(after)];
  // Records made in the same moment may share a rank: then behind both is the nearest there is.
  return low !== null && high !== null && low >= high
    ? makeRankBetween(low, null)
    : makeRankBetween(low, high);
}
