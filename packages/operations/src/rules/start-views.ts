import type { Json } from '@throughline/base';
import { makeQuery } from '@throughline/view';
import type { StoredRecord } from '@throughline/db';
import { creationRank } from './creation-rank.ts';
import { findAll } from './find-one.ts';
import type { Work } from '../work.ts';

/** The views a space begins with: somewhere to put the first idea, and somewhere to see it move. */
export async function addStartViews(work: Work, space: string): Promise<void> {
  const columns = ['key', 'title', 'status', 'owner', 'insightCount', 'votes', 'revenue', 'updatedAt'];
  const list = makeQuery('idea', { columns });
  const board = makeQuery('idea', {
    columns: ['owner', 'insightCount', 'votes'],
    group: [{ by: { type: 'field', field: 'status' }, direction: 'ascending' }],
  });
  const views = [
    { name: 'All ideas', layout: 'list', query: list },
    { name: 'Board', layout: 'board', query: board },
  ];
  await work.insert(
    work.entity('view'),
    views.map(({ name, layout, query }, index) => ({
      values: {
        name,
        layout,
        space,
        entity: 'idea',
        query: query as unknown as Json,
        rank: creationRank(Date.parse(work.now), index),
        ...(work.actor.person === null ? {} : { owner: work.actor.person }),
      },
    })),
  );
}

/** The views that a space began with, where nobody has changed them and nothing has come to the space; else null. */
export async function untouchedStart(work: Work, space: string): Promise<readonly StoredRecord[] | null> {
  const { rows } = await work.tx.query(
    `select 1 from ${work.tableOf(work.entity('idea')).name} where workspace_id = $1 and space = $2 limit 1`,
    [work.state.id, space],
  );
  if (rows.length > 0) return null;
  const views = await findAll(work, work.entity('view'), { space });
  const isAsMade = ({ values }: StoredRecord): boolean => values['updatedAt'] === values['createdAt'];
  return views.length === 2 && views.every(isAsMade) ? views : null;
}
