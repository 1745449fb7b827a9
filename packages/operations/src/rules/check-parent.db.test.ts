import { textOf, type Json } from '@throughline/base';
import { columnValues } from '@throughline/contract';
import { describeDatabases } from '@throughline/db/testing';
import { MODEL } from '@throughline/model';
import { expect, it } from 'vitest';
import { executeWith } from '../execute.ts';
import { listRecords } from '../reads/list-records.ts';
import { readPastSnapshot } from '../reads/read-past-snapshot.ts';
import { readRecord } from '../reads/read-record.ts';
import { buildWorkspace, type TestWorkspace } from '../testing/test-workspace.ts';
import { undoCause } from '../undo/undo-cause.ts';

async function createIdea(
  { run, space }: TestWorkspace,
  title: string,
  values: object = {},
): Promise<string> {
  return textOf((await run('idea.create', { input: { space, title, ...values } as Json }))['id']);
}

describeDatabases('a tree of ideas', (test) => {
  it('goes over any number of levels and across spaces, and counts its children', async () => {
    const acme = await buildWorkspace(test.database);
    const lab = textOf((await acme.run('space.create', { input: { key: 'LAB', name: 'Lab' } }))['id']);
    let parent = await createIdea(acme, 'Level 0');
    for (let level = 1; level <= 200; level++)
      parent = await createIdea(acme, `Level ${level}`, {
        parent,
        space: level % 2 === 0 ? lab : acme.space,
      });
    const { total } = await listRecords(acme.runtime, {
      workspace: acme.workspace,
      actor: acme.admin,
      entity: MODEL.entity('idea'),
      filter: 'childCount = 1',
      withTotal: true,
    });
    expect(total).toBe(200);
  });

  it('tells how far the children are, without those that were closed', async () => {
    const acme = await buildWorkspace(test.database);
    const top = await createIdea(acme, 'Top');
    const made = await Promise.all(
      ['shipped', 'now', 'declined'].map((status) => createIdea(acme, status, { parent: top, status })),
    );
    const progress = async () => {
      const { runtime, workspace, admin: actor } = acme;
      const entity = MODEL.entity('idea');
      return (await readRecord(runtime, { workspace, actor, entity, id: top }))['childProgress'];
    };
    expect(await progress()).toBe(50);
    const then = new Date(acme.runtime.ids.now()).toISOString();
    await acme.run('idea.update', { id: made[1] ?? '', input: { status: 'shipped' } });
    expect(await progress()).toBe(100);
    const past = await readPastSnapshot(acme.runtime, {
      workspace: acme.workspace,
      actor: acme.admin,
      space: acme.space,
      at: then,
    });
    const ideas = past.tables.find(({ entity }) => entity === 'idea');
    const row = ideas?.ids.indexOf(top) ?? -1;
    expect(columnValues(ideas?.columns['childProgress'] ?? [], ideas?.ids.length ?? 0)[row]).toBe(50);
  });

  it('takes each child’s status as the space has it where the child is', async () => {
    const acme = await buildWorkspace(test.database);
    const { run, runtime, workspace, admin: actor, space } = acme;
    const lab = textOf((await run('space.create', { input: { key: 'LAB', name: 'Lab' } }))['id']);
    const options = [{ key: 'now', name: 'Works', color: 'green', category: 'done' }];
    const own = {
      entity: 'idea',
      key: 'status',
      name: 'Status',
      type: 'select',
      in: lab,
      config: { options },
    };
    await run('field.create', { input: own });
    const top = await createIdea(acme, 'Top');
    await createIdea(acme, 'Here', { parent: top, status: 'now' });
    await createIdea(acme, 'There', { parent: top, status: 'now', space: lab });
    const { childProgress } = await readRecord(runtime, {
      workspace,
      actor,
      entity: MODEL.entity('idea'),
      id: top,
    });
    expect(childProgress).toBe(50);
    const past = await readPastSnapshot(runtime, {
      workspace,
      actor,
      space,
      at: new Date(runtime.ids.now()).toISOString(),
    });
    const ideas = past.tables.find(({ entity }) => entity === 'idea');
    expect(ideas?.columns['childProgress']).toContain(50);
  });

  it('is not closed to a circle by an undo', async () => {
    const acme = await buildWorkspace(test.database);
    const { run, runtime, workspace, admin } = acme;
    const [one, two] = [await createIdea(acme, 'One'), await createIdea(acme, 'Two')];
    await run('idea.update', { id: one, input: { parent: two } });
    await run('idea.update', { id: one, input: { parent: null }, cause: 'act_apart' });
    await run('idea.update', { id: two, input: { parent: one } });
    const undo = executeWith(runtime, { workspace, actor: admin, source: 'api' }, undoCause('act_apart'));
    await expect(undo).rejects.toThrow('An idea cannot stand below itself');
  });

  it('has no circle, and says which there would be', async () => {
    const acme = await buildWorkspace(test.database);
    const top = await createIdea(acme, 'Top');
    const middle = await createIdea(acme, 'Middle', { parent: top });
    const low = await createIdea(acme, 'Low', { parent: middle });
    await expect(acme.run('idea.update', { id: top, input: { parent: low } })).rejects.toThrow(
      'An idea cannot stand below itself: PROD-1 → PROD-3 → PROD-2 → PROD-1.',
    );
    await expect(acme.run('idea.update', { id: top, input: { parent: top } })).rejects.toThrow(
      'PROD-1 → PROD-1',
    );
  });

  it('is not closed from both ends at once', async () => {
    const acme = await buildWorkspace(test.database);
    for (let round = 0; round < 5; round++) {
      const [one, two] = [await createIdea(acme, 'One'), await createIdea(acme, 'Two')];
      const ends = await Promise.allSettled([
        acme.run('idea.update', { id: one, input: { parent: two } }),
        acme.run('idea.update', { id: two, input: { parent: one } }),
      ]);
      expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    }
  });

  it('follows the types: which may stand above is kept when a parent or a type changes', async () => {
    const acme = await buildWorkspace(test.database);
    await acme.run('field.create', {
      input: {
        key: 'type',
        name: 'Type',
        entity: 'idea',
        type: 'select',
        config: {
          options: [
            { key: 'goal', name: 'Goal', parents: [] },
            { key: 'bet', name: 'Bet', parents: ['goal'] },
            { key: 'note', name: 'Note' },
          ],
        },
      },
    });
    const goal = await createIdea(acme, 'Grow', { type: 'goal' });
    const bet = await createIdea(acme, 'Search', { type: 'bet', parent: goal });
    const note = await createIdea(acme, 'Remark', { type: 'note', parent: bet });
    await expect(acme.run('idea.update', { id: goal, input: { parent: note } })).rejects.toThrow(
      'A Goal cannot stand below a Note.',
    );
    await expect(acme.run('idea.update', { id: goal, input: { type: 'note' } })).rejects.toThrow(
      'A Bet cannot stand below a Note.',
    );
    await expect(createIdea(acme, 'Loose', { type: 'bet', parent: note })).rejects.toThrow(
      'A Bet cannot stand below a Note.',
    );
  });
});
