import type { Field } from '@throughline/model';
import type { ListShape } from './view-list-model.ts';

/** Columns whose sum says something: amounts and counts, not scores, shares or ratings. */
export function aggregateColumns({ columns, query }: ListShape): readonly Field[] {
  if (query.group.length === 0) return [];
  return columns.map(({ field }) => field).filter(isSummed);
}

function isSummed({ type, config }: Field): boolean {
  if (type === 'number') return config.format !== 'percent';
  if (type === 'rollup') return config.aggregate === 'sum' || config.aggregate === 'count';
  return type === 'votes' || type === 'counter';
}
