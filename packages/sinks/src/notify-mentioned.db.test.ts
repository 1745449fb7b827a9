import { textOf } from '@throughline/base';
import { describeDatabases } from '@throughline/db/testing';
import { buildWorkspace } from '@throughline/operations/testing';
import { expect, it } from 'vitest';
import { notifyMentioned } from './notify-mentioned.ts';
import { catchUp } from './run-sinks.ts';

describeDatabases('the mention sink', (test) => {
  it('tells each person once, however often the log is replayed', async () => {
    const acme = await buildWorkspace(test.database);
    const bob = await acme.addPerson('Bob', 'contributor');
    const idea = await acme.run('idea.create', { input: { space: 'PROD', title: 'Dark mode' } });
    const body = `@[Bob](${bob.person}) and @[Ada](${acme.admin.person}), what do you think?`;
    const comment = await acme.run('comment.create', { input: { record: textOf(idea['id']), body } });
    await acme.run('comment.update', { id: textOf(comment['id']), input: { body: `${body} Really?` } });
    const told = async () => {
      await catchUp(acme.runtime, notifyMentioned, acme.workspace);
      const { rows } = await test.database.query(
        'select id, person, record, comment, reason from notification',
      );
      return rows;
    };
    const once = await told();
    expect(once).toMatchObject([
      { person: bob.person, record: idea['id'], comment: comment['id'], reason: 'mention' },
    ]);
    await test.database.query('update sink_cursor set seq = 0');
    expect(await told()).toEqual(once);
  });
});
