import type { Change, Values } from '@throughline/model';
import { expect, test } from 'vitest';
import { versionsOf } from './view-versions.ts';

function buildChange(seq: number, before: Values | null, after: Values | null): Change {
  return {
    seq,
    entity: 'view',
    id: 'view_1',
    space: 'space_1',
    name: before === null ? 'view.created' : 'view.updated',
    version: 1,
    before,
    after,
    actorKind: 'person',
    actor: 'person_1',
    source: 'user',
    cause: `cause_${seq}`,
    depth: 0,
    occurredAt: '2026-01-01T00:00:00.000Z',
    recordedAt: '2026-01-01T00:00:00.000Z',
  };
}

test('each version holds what the view was, and names what changed', () => {
  const start = { name: 'All', layout: 'list', query: { columns: ['status'] } };
  const changes = [
    buildChange(4, { rank: 'a' }, { rank: 'b' }),
    buildChange(3, { access: null }, { access: 'limited', editors: ['person_2'] }),
    buildChange(
      2,
      { name: 'All', query: { columns: ['status'] } },
      { name: 'Mine', query: { columns: [], where: 1 } },
    ),
    buildChange(1, null, start),
  ];
  const now = { name: 'Mine', layout: 'list', query: { columns: [], where: 1 }, access: 'limited' };
  expect(
    versionsOf(now, changes).map(({ change, values, parts }) => [change.seq, values['name'], parts]),
  ).toEqual([
    [3, 'Mine', ['rights']],
    [2, 'Mine', ['name', 'filter', 'columns']],
    [1, 'All', ['created']],
  ]);
  expect(versionsOf(now, changes).at(-1)?.values['query']).toEqual({ columns: ['status'] });
});
