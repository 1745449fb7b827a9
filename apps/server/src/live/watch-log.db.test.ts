import { textOf } from '@throughline/base';
import { describeDatabases } from '@throughline/db/testing';
import { makeRuntime, mustState, STATE_ENTITIES } from '@throughline/operations';
import { buildWorkspace } from '@throughline/operations/testing';
import { expect, it, vi } from 'vitest';
import { watchLog } from './watch-log.ts';

describeDatabases('another process on the same database', (test) => {
  it('learns of spaces, fields and lost memberships', async () => {
    const acme = await buildWorkspace(test.database);
    const bob = await acme.addPerson('Bob', 'editor');
    const other = makeRuntime(acme.runtime);
    const grown: string[] = [];
    const watch = await watchLog({
      database: test.database,
      entities: () => [...STATE_ENTITIES],
      onGrown: (workspace, changes) => {
        other.states.note(workspace, changes);
        grown.push(...changes.map((change) => change.name));
      },
      onError: (error) => console.error(error),
      pollMs: 20,
    });
    const before = await mustState(other, acme.workspace);
    expect(before.roles.get(textOf(bob.person))).toBe('editor');
    await acme.run('space.create', { input: { key: 'NEW', name: 'New' } });
    await acme.run('field.create', { input: { entity: 'idea', name: 'Reach', type: 'number' } });
    await acme.run('person.archive', { id: textOf(bob.person) });
    await acme.run('idea.create', { input: { space: 'PROD', title: 'Not kept, so not asked for' } });
    await vi.waitFor(
      async () => {
        const state = await mustState(other, acme.workspace);
        expect([
          state.spaceByKey.has('NEW'),
          state.fieldsOf('idea').some((field) => field.key === 'reach'),
          state.roles.has(textOf(bob.person)),
        ]).toEqual([true, true, false]);
      },
      { timeout: 50_000 },
    );
    await vi.waitFor(
      () =>
        expect(grown.toSorted()).toEqual([
          'field.created',
          'membership.created',
          'person.archived',
          'space.created',
        ]),
      { timeout: 50_000 },
    );
    watch.close();
  });
});
