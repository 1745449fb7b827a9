import { textOf, type JsonObject } from '@throughline/base';
import { describeDatabases } from '@throughline/db/testing';
import { executeWith, undoCause } from '@throughline/operations';
import { buildWorkspace } from '@throughline/operations/testing';
import { expect, it } from 'vitest';
import { countVoices } from './count-voices.ts';
import { catchUp } from './run-sinks.ts';

const CAUSE = 'act_00000000000000000000000007';

describeDatabases('feedback merged into other feedback', (test) => {
  const build = async () => {
    const acme = await buildWorkspace(test.database);
    const make = async (entity: string, input: JsonObject) =>
      textOf((await acme.run(`${entity}.create`, { input }))['id']);
    const ada = await make('contact', { name: 'Ada' });
    const bob = await make('contact', { name: 'Bob' });
    const write = async (title: string, input: JsonObject = {}) =>
      make('feedback', { space: 'PROD', title, ...input });
    return { acme, make, write, ada, bob };
  };

  it('keeps who stands behind an idea and what they said, and is taken back as one act', async () => {
    const { acme, make, write, ada, bob } = await build();
    const eve = await make('contact', { name: 'Eve' });
    const into = await write('Dark theme', { contact: ada });
    const from = await write('Night mode', { contact: bob, body: 'My eyes hurt' });
    const idea = await make('idea', { space: 'PROD', title: 'Themes' });
    for (const [record, contact] of [
      [into, eve],
      [from, eve],
      [from, bob],
    ] as const)
      await make('vote', { record, contact });
    await make('insight', { idea, feedback: from, quote: 'eyes hurt', quoteStart: 3, quoteEnd: 12 });
    await make('comment', { record: from, body: 'Asked twice' });
    const read = async () => {
      await catchUp(acme.runtime, countVoices, acme.workspace);
      const { rows } = await test.database.query<{ kind: string; what: string }>(
        `select 'insight' as kind, concat_ws(' ', (select title from feedback where id = i.feedback), (select name from contact where id = i.contact),
             i.quote, case when i.vote is null then null else 'voted' end) as what from insight i where i.idea = $1 and i.archived_at is null
         union all select 'vote', (select title from feedback where id = v.record) || ' ' || (select name from contact where id = v.contact) from vote v where v.workspace_id = $2
         union all select 'comment', (select title from feedback where id = c.record) from comment c where c.workspace_id = $2
         union all select 'archived', title from feedback where archived_at is not null and workspace_id = $2
         order by 1, 2`,
        [idea, acme.workspace],
      );
      return rows.map(({ kind, what }) => `${kind}: ${what}`);
    };
    const before = await read();
    expect(before).toEqual([
      'comment: Night mode',
      'insight: Night mode Bob eyes hurt',
      'insight: Night mode Eve voted',
      'vote: Dark theme Eve',
      'vote: Night mode Bob',
      'vote: Night mode Eve',
    ]);
    await acme.run('feedback.merge', { id: into, input: { from: [from] }, cause: CAUSE });
    expect(await read()).toEqual([
      'archived: Night mode',
      'comment: Dark theme',
      'insight: Dark theme Ada',
      'insight: Dark theme Bob eyes hurt',
      'insight: Dark theme Eve voted',
      'vote: Dark theme Bob',
      'vote: Dark theme Eve',
    ]);
    await executeWith(
      acme.runtime,
      { workspace: acme.workspace, actor: acme.admin, source: 'api' },
      undoCause(CAUSE),
    );
    expect(await read()).toEqual(before);
  });

  it('lets its author vote for what it has become part of', async () => {
    const { acme, write, ada, bob } = await build();
    const into = await write('Dark theme', { contact: ada });
    for (const contact of [ada, bob]) {
      const from = await write('Night mode', { contact });
      await acme.run('feedback.merge', { id: into, input: { from: [from] } });
    }
    const { rows } = await test.database.query('select contact, record from vote where workspace_id = $1', [
      acme.workspace,
    ]);
    expect(rows).toEqual([{ contact: bob, record: into }]);
  });

  it('is refused with itself, twice, across spaces, and where customers would no longer see their request', async () => {
    const { acme, make, write } = await build();
    const portal = await make('portal', { space: 'PROD', name: 'Help', slug: 'help' });
    const [a, b] = [await write('A'), await write('B')];
    const seen = await write('Seen', { portal, publicity: 'public' });
    await make('space', { key: 'LAB', name: 'Lab' });
    const far = await make('feedback', { space: 'LAB', title: 'Far' });
    const merge = async (id: string, from: string) =>
      acme.run('feedback.merge', { id, input: { from: [from] } });
    const refused = (message: string) => ({
      code: 'not_possible',
      message: expect.stringContaining(message),
    });
    await expect(merge(a, a)).rejects.toMatchObject(refused('into itself'));
    await expect(merge(a, far)).rejects.toMatchObject(refused('one space'));
    await expect(merge(a, seen)).rejects.toMatchObject(refused('Customers see'));
    await merge(seen, a);
    await expect(merge(b, a)).rejects.toMatchObject(refused('merged already'));
    await expect(merge(a, b)).rejects.toMatchObject(refused('merged already'));
    const viewer = await acme.addPerson('Vic', 'viewer');
    await expect(
      acme.run('feedback.merge', { id: seen, input: { from: [b] }, actor: viewer }),
    ).rejects.toMatchObject({ code: 'forbidden' });
  });
});
