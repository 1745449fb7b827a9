import type { Json } from '@throughline/base';
import { makeQuery } from '@throughline/view';
import { creationRank } from './creation-rank.ts';
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
