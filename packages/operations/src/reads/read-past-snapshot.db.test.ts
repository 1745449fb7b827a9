import { textOf, type Json } from '@throughline/base';
import { columnValues, type Snapshot } from '@throughline/contract';
import { MODEL } from '@throughline/model';
import { describeDatabases } from '@throughline/db/testing';
import { expect, it } from 'vitest';
import { buildWorkspace, type TestWorkspace } from '../testing/test-workspace.ts';
import { undoCause } from '../undo/undo-cause.ts';
import { executeWith } from '../execute.ts';
import { readPastSnapshot } from './read-past-snapshot.ts';
import { readSnapshot } from './read-snapshot.ts';

async function snapshotNow({ runtime, workspace, admin }: TestWorkspace, space: string): Promise<Snapshot> {
  const pieces = await readSnapshot(runtime, { workspace, actor: admin, space });
  return JSON.parse(pieces.join('')) as Snapshot;
}

/** Tables as records, so that columns that are empty everywhere make no difference; what is timeless aside. */
function recordsOf({ tables }: Snapshot): unknown {
  const records = tables.filter(({ entity }) => !MODEL.entity(entity).exposure.timeless);
  return records.map(({ entity, ids, columns }) => [
    entity,
    ids.map((id, row) => [
      id,
      Object.fromEntries(
        Object.entries(columns)
          .map(([field, column]) => [field, columnValues(column, ids.length)[row] ?? null] as const)
          .filter(([, value]) => value !== null)
          .toSorted(([a], [b]) => (a < b ? -1 : 1)),
      ),
    ]),
  ]);
}

describeDatabases('a snapshot of the past', (test) => {
  it('is what the snapshot was then, votes, evidence and connections included', async () => {
    const acme = await buildWorkspace(test.database);
    const { runtime, workspace, admin, space, run } = acme;
    const other = textOf((await run('space.create', { input: { key: 'LAB', name: 'Lab' } }))['id']);
    const create = async (entity: string, input: object) =>
      textOf((await run(`${entity}.create`, { input: { space, ...input } }))['id']);
    const idea = await create('idea', { title: 'First' });
    const second = await create('idea', { title: 'Second', status: 'next' });
    const reach = await run('field.create', {
      input: { key: 'reach', name: 'Reach', entity: 'idea', type: 'number' },
    });
    const company = textOf(
      (await run('company.create', { input: { name: 'Umbra', revenue: { amount: 500, currency: 'EUR' } } }))[
        'id'
      ],
    );
    for (const [key, path, aggregate, result, cap] of [
      ['latest', 'insights.createdAt', 'max', 'date'],
      ['middle', 'insights.impact', 'median', 'number'],
      ['fair', 'insights.company.revenue', 'sum', 'number', 600],
    ])
      await run('field.create', {
        input: {
          key,
          name: key,
          entity: 'idea',
          type: 'rollup',
          config: { path, aggregate, result, ...(cap === undefined ? {} : { cap }) },
        } as Json,
      });
    const acts: readonly (() => Promise<unknown>)[] = [
      () => run('idea.update', { id: idea, input: { title: 'First, named again', reach: 7 } }),
      () => create('vote', { record: idea, weight: 3 }),
      () => create('insight', { idea, quote: 'Please', company, impact: 2 }),
      () => create('insight', { idea, quote: 'Again', company, impact: 5 }),
      () => run('company.update', { id: company, input: { revenue: { amount: 900, currency: 'EUR' } } }),
      () => run('idea.archive', { id: second }),
      () => run('idea.restore', { id: second }),
      () => create('relation', { from: idea, to: second, type: 'blocks' }),
      () => run('idea.merge', { id: second, input: { from: [idea] } }),
      () => run('idea.move', { id: second, input: { space: other } }),
      () => create('idea', { title: 'Third', reach: 1 }),
      () => run('field.archive', { id: textOf(reach['id']) }),
    ];
    const kept: { at: string; held: unknown }[] = [];
    for (const act of acts) {
      await act();
      const at = new Date(runtime.ids.now()).toISOString();
      kept.push({ at, held: recordsOf(await snapshotNow(acme, space)) });
    }
    for (const { at, held } of kept.slice(0, -1)) {
      const past = recordsOf(await readPastSnapshot(runtime, { workspace, actor: admin, space, at }));
      expect(withoutField(past, textOf(reach['id']))).toEqual(withoutField(held, textOf(reach['id'])));
    }
  });

  it('shows nothing that has since gone where the reader may not look', async () => {
    const acme = await buildWorkspace(test.database);
    const { runtime, workspace, space, run, addPerson } = acme;
    const reader = await addPerson('Grace', 'contributor');
    const secret = await run('space.create', { input: { key: 'SEC', name: 'Secret', access: 'private' } });
    const idea = textOf((await run('idea.create', { input: { space, title: 'Acquire Umbra' } }))['id']);
    const at = new Date(runtime.ids.now()).toISOString();
    const seen = async () =>
      (await readPastSnapshot(runtime, { workspace, actor: reader, space, at })).tables.find(
        ({ entity }) => entity === 'idea',
      )?.ids;
    expect(await seen()).toEqual([idea]);
    await run('idea.move', { id: idea, input: { space: textOf(secret['id']) } });
    expect(await seen()).toEqual([]);
  });

  it('has what an undo took back, until it did', async () => {
    const acme = await buildWorkspace(test.database);
    const { runtime, workspace, admin, space, run } = acme;
    const idea = textOf((await run('idea.create', { input: { space, title: 'Before' } }))['id']);
    await run('idea.update', { id: idea, input: { title: 'After' }, cause: 'act_1' });
    const at = new Date(runtime.ids.now()).toISOString();
    await executeWith(runtime, { workspace, actor: admin, source: 'api' }, undoCause('act_1'));
    const titles = async (instant: string) =>
      (await readPastSnapshot(runtime, { workspace, actor: admin, space, at: instant })).tables.find(
        ({ entity }) => entity === 'idea',
      )?.columns['title'];
    expect([await titles(at), await titles(new Date(runtime.ids.now()).toISOString())]).toEqual([
      ['After'],
      ['Before'],
    ]);
  });
});

/** Fields are those of today: what is gone by now is not shown for then either. */
function withoutField(records: unknown, field: string): unknown {
  return JSON.parse(JSON.stringify(records), (key, value: unknown) => (key === field ? undefined : value));
}
