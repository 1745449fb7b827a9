import { describeDatabases } from '@throughline/db/testing';
import { textOf, type Json, type JsonObject } from '@throughline/base';
import { expect, it } from 'vitest';
import { MODEL } from '@throughline/model';
import type { Actor } from '../access/actor.ts';
import { listRecords } from '../reads/list-records.ts';
import { buildWorkspace } from '../testing/test-workspace.ts';

describeDatabases('pairwise rankings', (test) => {
  async function buildRanking() {
    const acme = await buildWorkspace(test.database);
    const ideas: string[] = [];
    for (const title of ['One', 'Two', 'Three'])
      ideas.push(textOf((await acme.run('idea.create', { input: { space: 'PROD', title } }))['id']));
    const input = { space: 'PROD', title: 'Which first?', records: ideas };
    const ranking = textOf((await acme.run('ranking.create', { input }))['id']);
    const compare = (actor: Actor, winner: Json = null, loser: Json = null): Promise<JsonObject> =>
      acme.run('comparison.create', { actor, input: { ranking, winner, loser } });
    const list = async () => {
      const entity = MODEL.entity('comparison');
      const { items } = await listRecords(acme.runtime, {
        workspace: acme.workspace,
        actor: acme.admin,
        entity,
      });
      return items.map(({ winner, loser, person }) => [
        ideas.indexOf(textOf(winner)),
        ideas.indexOf(textOf(loser)),
        person,
      ]);
    };
    return { ...acme, ideas, ranking, compare, list };
  }

  it('people compare two at a time, and changing one’s mind is one answer', async () => {
    const { addPerson, compare, ideas, list } = await buildRanking();
    const bob = await addPerson('Bob', 'contributor');
    const cleo = await addPerson('Cleo', 'contributor');
    await compare(bob, ideas[0], ideas[1]);
    await compare(cleo, ideas[0], ideas[1]);
    await compare(bob, ideas[1], ideas[0]);
    expect(await list()).toEqual([
      [0, 1, cleo.person],
      [1, 0, bob.person],
    ]);
  });

  it('takes only different records of the ranking, from contributors, while it is open', async () => {
    const { run, addPerson, compare, ideas, ranking, list } = await buildRanking();
    const bob = await addPerson('Bob', 'contributor');
    const vic = await addPerson('Vic', 'viewer');
    const other = await run('idea.create', { input: { space: 'PROD', title: 'Not asked about' } });
    const refused = (actor: Actor, winner: Json = null, loser: Json = null) =>
      compare(actor, winner, loser).then(
        () => 'taken',
        (error: { readonly code?: string }) => error.code,
      );
    expect(await refused(bob, ideas[0], ideas[0])).toBe('invalid_value');
    expect(await refused(bob, ideas[0], other['id'])).toBe('invalid_value');
    expect(await refused(vic, ideas[0], ideas[1])).toBe('forbidden');
    const kept = await compare(bob, ideas[0], ideas[1]);
    await run('ranking.update', { id: ranking, input: { closedAt: '2026-01-02T00:00:00Z' } });
    expect(await refused(bob, ideas[0], ideas[2])).toBe('not_possible');
    await expect(run('comparison.delete', { id: textOf(kept['id']), actor: bob })).rejects.toMatchObject({
      code: 'not_possible',
    });
    expect(await list()).toHaveLength(1);
  });

  it('is of ideas of its space, each once, and opened by editors', async () => {
    const { run, addPerson, ideas } = await buildRanking();
    const bob = await addPerson('Bob', 'contributor');
    await run('space.create', { input: { key: 'ELSE', name: 'Elsewhere', access: 'open' } });
    const strange = await run('idea.create', { input: { space: 'ELSE', title: 'Elsewhere' } });
    const open = (records: Json, actor?: Actor) =>
      run('ranking.create', { ...(actor && { actor }), input: { space: 'PROD', title: 'R', records } }).then(
        () => 'opened',
        (error: { readonly code?: string }) => error.code,
      );
    const [one = '', two = ''] = ideas;
    expect(await open([one])).toBe('invalid_value');
    expect(await open([one, one])).toBe('invalid_value');
    expect(await open([one, strange['id'] ?? null])).toBe('invalid_value');
    expect(await open('all')).toBe('invalid_value');
    expect(await open([one, two], bob)).toBe('forbidden');
    expect(await open([one, two])).toBe('opened');
  });
});
