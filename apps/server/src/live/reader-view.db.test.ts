import { textOf, type JsonObject } from '@throughline/base';
import { readChanges } from '@throughline/db';
import { describeDatabases } from '@throughline/db/testing';
import { mustState, type Actor } from '@throughline/operations';
import { buildWorkspace } from '@throughline/operations/testing';
import { expect, it } from 'vitest';
import { readAudiences } from './read-audiences.ts';
import { visibleChanges } from './reader-view.ts';

describeDatabases('the stream', (test) => {
  it('brings a restricted view, and what is said of it, to those it is for', async () => {
    const { runtime, workspace, space, admin, run, addPerson } = await buildWorkspace(test.database);
    const [grace, alan] = [await addPerson('Grace', 'contributor'), await addPerson('Alan', 'contributor')];
    const input: JsonObject = { space, name: 'Plans', entity: 'idea', access: 'restricted' };
    const view = textOf((await run('view.create', { actor: grace, input }))['id']);
    const comment = await run('comment.create', {
      actor: grace,
      input: { record: view, body: 'Between us' },
    });
    await run('comment.update', {
      actor: grace,
      id: textOf(comment['id']),
      input: { body: 'Between the two of us' },
    });
    const reaction = { record: textOf(comment['id']), emoji: '🤫' };
    const felt = await run('reaction.create', { actor: grace, input: reaction });
    const ids = [view, comment['id'], felt['id']];
    const seen = async (actor: Actor) => {
      const changes = await readChanges(runtime.database, workspace, { since: 0 });
      const own = changes.filter(({ id }) => ids.includes(id));
      const reader = { model: runtime.model, state: await mustState(runtime, workspace), actor };
      const shown = visibleChanges(reader, own, await readAudiences(runtime, workspace, own));
      return shown.map(({ name, after }) => (after === null ? `${name}, gone` : name));
    };
    const all = ['view.created', 'comment.created', 'comment.updated', 'reaction.created'];
    // That a view of this id is not his is all he is told: he may have held it before.
    expect([await seen(grace), await seen(admin), await seen(alan)]).toEqual([
      all,
      all,
      ['view.created, gone'],
    ]);
  });
});
