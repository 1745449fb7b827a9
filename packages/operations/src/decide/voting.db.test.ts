import { describeDatabases } from '@throughline/db/testing';
import { textOf, type Json, type JsonObject } from '@throughline/base';
import { MODEL } from '@throughline/model';
import { expect, it } from 'vitest';
import type { Actor } from '../access/actor.ts';
import { makeRuntime } from '../runtime.ts';
import { listChanges } from '../reads/list-changes.ts';
import { listRecords } from '../reads/list-records.ts';
import { readPastSnapshot } from '../reads/read-past-snapshot.ts';
import { readSnapshot } from '../reads/read-snapshot.ts';
import { buildWorkspace } from '../testing/test-workspace.ts';
import { undoCause } from '../undo/undo-cause.ts';
import { verifyWorkspace } from '../verify/verify-workspace.ts';
import { executeWith } from '../execute.ts';
import { closeDueRounds } from './close-due-rounds.ts';

describeDatabases('votes with a budget', (test) => {
  async function buildVoting(config: JsonObject = { budget: 5, max: 3 }) {
    const acme = await buildWorkspace(test.database);
    const { run } = acme;
    const ideas: string[] = [];
    for (const title of ['One', 'Two', 'Three'])
      ideas.push(textOf((await run('idea.create', { input: { space: 'PROD', title } }))['id']));
    const input = { key: 'bets', name: 'Bets', entity: 'idea', type: 'votes', config };
    const field = textOf((await run('field.create', { input }))['id']);
    const bob = await acme.addPerson('Bob', 'contributor');
    const cleo = await acme.addPerson('Cleo', 'contributor');
    const give = (entity: string, actor: Actor, values: JsonObject) =>
      run(`${entity}.create`, { actor, input: values }).then(
        (made) => textOf(made['id']),
        (error: { readonly code?: string }) => error.code ?? '',
      );
    const vote = (actor: Actor, at: number, points: number, note?: string) =>
      give('vote', actor, { record: ideas[at] ?? '', field, points, ...(note ? { note } : {}) });
    const list = async (entity: string, actor = acme.admin, archived = false) =>
      (
        await listRecords(acme.runtime, {
          workspace: acme.workspace,
          actor,
          entity: MODEL.entity(entity),
          archived,
        })
      ).items;
    const totals = async () =>
      (await list('idea'))
        .toSorted((a, b) => (textOf(a['title']) < textOf(b['title']) ? -1 : 1))
        .map(({ bets = null, votes = null }) => [bets, votes]);
    const open = (values: JsonObject = {}) =>
      run('round.create', { input: { space: 'PROD', title: 'Bets of March', field, ...values } }).then(
        (made) => textOf(made['id']),
        (error: { readonly code?: string }) => error.code ?? '',
      );
    return { ...acme, ideas, field, bob, cleo, give, vote, list, totals, open };
  }

  it('count for their field alone, and not beyond what a person has', async () => {
    const { bob, cleo, vote, give, ideas, totals, run } = await buildVoting();
    const first = await vote(bob, 0, 3);
    expect(await vote(bob, 1, 4)).toBe('not_possible');
    expect(await vote(bob, 1, 3)).toBe('not_possible');
    expect(await vote(bob, 1, 2)).toMatch(/^vote_/);
    expect(await vote(cleo, 0, 1, 'Everybody asks')).toMatch(/^vote_/);
    await give('vote', bob, { record: ideas[0] ?? '' });
    const [one, two, three] = [
      [4, 1],
      [2, null],
      [null, null],
    ];
    const order = await totals();
    expect(order).toEqual([one, three, two]);
    await expect(
      run('vote.update', { actor: bob, id: first, input: { points: 3, weight: 99 } }),
    ).resolves.toMatchObject({ weight: 3 });
    expect(await vote(bob, 0, 1)).toBe(first);
    expect(await vote(bob, 2, 2)).toMatch(/^vote_/);
  });

  it('two tabs cannot overspend together, nor can an undo', async () => {
    const { bob, vote, list, runtime, workspace } = await buildVoting({ budget: 3 });
    const outcomes = await Promise.all([vote(bob, 0, 2), vote(bob, 1, 2), vote(bob, 2, 2)]);
    expect(outcomes.filter((each) => each.startsWith('vote_'))).toHaveLength(1);
    const [kept = ''] = outcomes.filter((each) => each.startsWith('vote_'));
    const { cause } = await executeWith(runtime, { workspace, actor: bob, source: 'user' }, async (work) => {
      const entity = work.entity('vote');
      await work.remove(entity, await work.read(entity, kept));
      return {};
    });
    const elsewhere = outcomes.findIndex((each) => !each.startsWith('vote_'));
    expect(await vote(bob, elsewhere, 3)).toMatch(/^vote_/);
    await expect(
      executeWith(runtime, { workspace, actor: bob, source: 'user' }, undoCause(cause)),
    ).rejects.toMatchObject({ code: 'not_possible' });
    expect(await list('vote')).toHaveLength(1);
  });

  it('count by the role of who gives them', async () => {
    const { admin, bob, vote, totals } = await buildVoting({
      budget: 5,
      weights: { admin: 3, contributor: 0.5 },
    });
    await vote(admin, 0, 2);
    await vote(bob, 0, 3);
    expect((await totals())[0]).toEqual([7.5, null]);
  });

  it('a round keeps its result, nobody votes after it, and the next begins from nothing', async () => {
    const { bob, cleo, admin, vote, open, run, ideas, totals, list } = await buildVoting();
    await vote(bob, 2, 1);
    const round = await open({ records: [ideas[0] ?? '', ideas[1] ?? ''] });
    expect(await open()).toBe('already_exists');
    expect((await totals()).map(([bets]) => bets)).toEqual([null, null, null]);
    await vote(bob, 0, 3, 'Now or never');
    await vote(cleo, 0, 1);
    await vote(cleo, 1, 2);
    expect(await vote(cleo, 2, 1)).toBe('invalid_value');
    await expect(run('round.close', { id: round, actor: bob })).rejects.toMatchObject({ code: 'forbidden' });
    const closed = await run('round.close', { id: round });
    expect(closed['result']).toEqual({
      voters: 2,
      items: [
        {
          record: ideas[0],
          total: 4,
          points: 4,
          spread: [
            { points: 3, people: 1 },
            { points: 1, people: 1 },
          ],
          notes: [{ text: 'Now or never', person: bob.person }],
        },
        { record: ideas[1], total: 2, points: 2, spread: [{ points: 2, people: 1 }], notes: [] },
      ],
    });
    expect(await vote(admin, 1, 1)).toBe('not_possible');
    const [mine] = (await list('vote')).filter(({ person }) => person === bob.person);
    await expect(run('vote.delete', { id: textOf(mine?.['id']), actor: bob })).rejects.toMatchObject({
      code: 'not_possible',
    });
    await expect(run('round.update', { id: round, input: { title: 'Other' } })).rejects.toMatchObject({
      code: 'not_possible',
    });
    expect(await open()).toMatch(/^round_/);
    expect((await totals()).map(([bets]) => bets)).toEqual([null, null, null]);
    expect(await vote(bob, 2, 3)).toMatch(/^vote_/);
    expect(await list('vote', admin, true)).toHaveLength(4);
  });

  it('takes votes between its opening and its end alone', async () => {
    const { bob, vote, open, run } = await buildVoting();
    const early = await open({ opensAt: '2030-01-01T00:00:00Z' });
    expect(await vote(bob, 0, 1)).toBe('not_possible');
    await run('round.close', { id: early });
    await open({ closesAt: '2025-01-01T00:00:00Z' });
    expect(await vote(bob, 0, 1)).toBe('not_possible');
    expect(await open({ opensAt: '2027-01-01T00:00:00Z', closesAt: '2026-01-01T00:00:00Z' })).toBe(
      'already_exists',
    );
  });

  it('is closed when its time is over, once, by whichever process comes first', async () => {
    const { bob, vote, open, list, runtime } = await buildVoting();
    const at = runtime.ids.now();
    const round = await open({ closesAt: new Date(at + 3_600_000).toISOString() });
    await vote(bob, 0, 2);
    const later = makeRuntime({ ...runtime, ids: { ...runtime.ids, now: () => at + 7_200_000 } });
    const errors: unknown[] = [];
    const note = (error: unknown) => void errors.push(error);
    await closeDueRounds(runtime, note);
    expect((await list('round'))[0]?.['closedAt']).toBeUndefined();
    await Promise.all([closeDueRounds(later, note), closeDueRounds(later, note)]);
    expect(errors).toEqual([]);
    expect(await list('round')).toMatchObject([{ id: round, result: { voters: 1, items: [{ points: 2 }] } }]);
    const closings = await test.database.query(
      `select actor_kind from change where id = $1 and name = 'round.closed'`,
      [round],
    );
    expect(closings.rows).toEqual([{ actor_kind: 'system' }]);
  });

  it('is closed also behind hundreds that cannot be, which are told', async () => {
    const { open, list, runtime } = await buildVoting();
    const at = runtime.ids.now();
    const round = await open({ closesAt: new Date(at + 3_600_000).toISOString() });
    const gone = 'workspace_gone';
    await test.database.query(
      `insert into round (workspace_id, id, closes_at)
       select $1, side || lpad(n::text, 4, '0'), '2020-01-01' from generate_series(1, 120) n,
         (values ('round_0'), ('round_z')) as sides (side)`,
      [gone],
    );
    const later = makeRuntime({ ...runtime, ids: { ...runtime.ids, now: () => at + 7_200_000 } });
    const failed = new Set<string>();
    await closeDueRounds(later, (_error, id) => void failed.add(id));
    await test.database.query('delete from round where workspace_id = $1', [gone]);
    expect([failed.size, await list('round')]).toMatchObject([240, [{ id: round, result: { voters: 0 } }]]);
  });

  it.each([false, true])(
    'is closed also when its field was archived meanwhile (anonymous: %s)',
    async (anonymous) => {
      const { bob, vote, give, open, list, run, runtime, field, ideas } = await buildVoting();
      const at = runtime.ids.now();
      const closesAt = new Date(at + 3_600_000).toISOString();
      const round = await open({ closesAt, anonymous });
      await (anonymous ? give('ballot', bob, { round, record: ideas[0] ?? '', points: 2 }) : vote(bob, 0, 2));
      await run('field.archive', { id: field });
      const later = makeRuntime({ ...runtime, ids: { ...runtime.ids, now: () => at + 7_200_000 } });
      const errors: unknown[] = [];
      await closeDueRounds(later, (error) => void errors.push(error));
      expect(errors).toEqual([]);
      expect(await list('round')).toMatchObject([
        { id: round, result: { voters: 1, items: [{ points: 2 }] } },
      ]);
    },
  );

  it('of an anonymous round nobody learns who gave what: not by lists, stream, history, export nor undo', async () => {
    const built = await buildVoting({ budget: 5, weights: { contributor: 2 } });
    const { bob, cleo, admin, runtime, workspace, space, give, vote, open, run, ideas, list } = built;
    const round = await open({ anonymous: true });
    expect(await vote(bob, 0, 1)).toBe('not_possible');
    const ballot = (actor: Actor, at: number, points: number, note?: string) =>
      give('ballot', actor, { round, record: ideas[at] ?? '', points, ...(note ? { note } : {}) });
    const first = await ballot(bob, 0, 3, 'Zebra');
    expect(await ballot(bob, 1, 3)).toBe('not_possible');
    expect(await ballot(bob, 0, 4)).toBe(first);
    await ballot(cleo, 0, 1, 'Apple');
    await ballot(cleo, 1, 2);
    expect(
      (await list('ballot', bob)).map(({ points, person = null, createdBy = null }) => [
        points,
        person,
        createdBy,
      ]),
    ).toEqual([[4, null, null]]);
    expect(await list('ballot', admin)).toEqual([]);
    await expect(run('ballot.update', { id: first, input: { points: 1 } })).rejects.toMatchObject({
      code: 'not_found',
    });
    const written = await test.database.query<{ actor: string | null; after: Json; cause: string }>(
      `select actor, after, cause from change where workspace_id = $1 and entity = 'ballot'`,
      [workspace],
    );
    expect(written.rows.map(({ actor }) => actor)).toEqual(written.rows.map(() => null));
    const stream = await readSnapshot(runtime, { workspace, actor: admin, space });
    const past = await readPastSnapshot(runtime, { workspace, actor: admin, space, at: '2027-01-01' });
    expect(`${stream.join('')} ${JSON.stringify(past)}`).not.toMatch(/Zebra|ballot/);
    expect(JSON.stringify(written.rows)).not.toContain('person_');
    await expect(
      listChanges(runtime, { workspace, actor: admin, entity: 'ballot', since: '2025-01-01' }),
    ).rejects.toMatchObject({ code: 'not_found' });

    const closed = await run('round.close', { id: round });
    expect(closed['result']).toMatchObject({
      voters: 2,
      items: [
        { record: ideas[0], total: 10, points: 5, notes: [{ text: 'Apple' }, { text: 'Zebra' }] },
        { record: ideas[1], total: 4, points: 2, notes: [] },
      ],
    });
    expect(JSON.stringify(closed['result'])).not.toContain('person_');
    const rows = await test.database.query('select 1 from ballot where workspace_id = $1', [workspace]);
    expect(rows.rows).toEqual([]);
    expect((await list('vote')).map(({ person = null, weight }) => [person, weight])).toEqual([
      [null, 10],
      [null, 4],
    ]);
    const { discrepancies } = await verifyWorkspace(test.database, MODEL, workspace);
    expect(discrepancies).toEqual([]);
  });
});
