import { textOf, type Json, type JsonObject } from '@throughline/base';
import { describeDatabases } from '@throughline/db/testing';
import { MODEL } from '@throughline/model';
import { expect, it } from 'vitest';
import type { Actor } from '../access/actor.ts';
import { execute, executeWith } from '../execute.ts';
import { listChanges } from '../reads/list-changes.ts';
import { listRecords } from '../reads/list-records.ts';
import { readPastSnapshot } from '../reads/read-past-snapshot.ts';
import { readRecord } from '../reads/read-record.ts';
import { readSnapshot } from '../reads/read-snapshot.ts';
import { buildWorkspace } from '../testing/test-workspace.ts';
import { undoCause } from '../undo/undo-cause.ts';
import { verifyWorkspace } from '../verify/verify-workspace.ts';

const refusalCode = (error: { readonly code?: string }) => error.code ?? '';

describeDatabases('a scoring session', (test) => {
  async function buildSession(values: JsonObject = {}) {
    const acme = await buildWorkspace(test.database);
    const { run, runtime, workspace, admin } = acme;
    const addField = async (key: string, type: string, config: JsonObject) =>
      textOf((await run('field.create', { input: { key, name: key, entity: 'idea', type, config } }))['id']);
    const effort = await addField('effort', 'number', { min: 1, max: 21 });
    const size = await addField('size', 'select', {
      options: [
        { key: 's', name: 'S', weight: 1 },
        { key: 'm', name: 'M', weight: 2 },
        { key: 'x', name: 'Unknown' },
      ],
    });
    const ideas: string[] = [];
    for (const title of ['One', 'Two'])
      ideas.push(textOf((await run('idea.create', { input: { space: 'PROD', title } }))['id']));
    const bob = await acme.addPerson('Bob', 'contributor');
    const cleo = await acme.addPerson('Cleo', 'contributor');
    const input = { space: 'PROD', title: 'Sizes', records: ideas, inputs: ['effort', 'size'], ...values };
    const session = textOf((await run('scoring.create', { input }))['id']);
    const list = async (entity: string, actor: Actor = admin, filter?: string) =>
      (
        await listRecords(runtime, {
          workspace,
          actor,
          entity: MODEL.entity(entity),
          limit: 200,
          ...(filter === undefined ? {} : { filter }),
        })
      ).items;
    const verdicts = async () =>
      (await list('verdict')).toSorted((a, b) => Number(a['place']) - Number(b['place']));
    const ids = (await verdicts()).map(({ id }) => textOf(id));
    const score = (actor: Actor, at: number, answers: Json) =>
      run('score.create', { actor, input: { verdict: ids[at] ?? '', answers } }).then(
        (made) => textOf(made['id']),
        refusalCode,
      );
    const act = (verb: string, given: JsonObject = {}, actor: Actor = admin) =>
      run(`scoring.${verb}`, { id: session, input: given, actor }).then(() => 'done', refusalCode);
    const read = (entity: string, id: string): Promise<JsonObject> =>
      readRecord(runtime, { workspace, actor: admin, entity: MODEL.entity(entity), id });
    const finished = async () => (await read('scoring', session))['finished'] ?? [];
    return {
      ...acme,
      effort,
      size,
      ideas,
      ids,
      bob,
      cleo,
      session,
      list,
      verdicts,
      score,
      act,
      read,
      finished,
    };
  }

  it('tells who has finished and how many answered, and nobody what', async () => {
    const { score, finished, verdicts, bob, cleo, admin, list, run } = await buildSession();
    const first = await score(bob, 0, { effort: { value: 5, note: 'As last time' }, size: { value: 'm' } });
    expect(await finished()).toEqual([]);
    await score(bob, 1, {});
    expect(await finished()).toEqual([bob.person]);
    await score(cleo, 0, { effort: { value: 8 } });
    expect((await verdicts()).map(({ answered }) => answered)).toEqual([2, 1]);
    expect(await score(bob, 0, { effort: { value: 3 } })).toBe(first);
    expect((await list('score', bob)).map(({ answers }) => answers)).toHaveLength(2);
    expect(await list('score', admin)).toEqual([]);
    expect(
      (await list('score', cleo)).map(({ person = null, createdBy = null }) => [person, createdBy]),
    ).toEqual([[null, null]]);
    for (const actor of [admin, cleo])
      await expect(run('score.delete', { id: first, actor })).rejects.toMatchObject({ code: 'not_found' });
    await run('score.delete', { id: first, actor: bob });
    expect(await finished()).toEqual([]);
  });

  it.each([false, true])(
    'keeps scores from all until the reveal: lists, filters, snapshots, past, changes, history, undo (anonymous: %s)',
    async (anonymous) => {
      const built = await buildSession({ anonymous });
      const { score, bob, admin, ids, act, list, runtime, workspace, space, session, ideas, effort } = built;
      const { cause } = await execute(runtime, {
        workspace,
        actor: bob,
        source: 'user',
        operation: 'score.create',
        input: { verdict: ids[0] ?? '', answers: { effort: { value: 13, note: 'Zebra' } } },
      });
      await score(bob, 1, { effort: { value: 2 } });
      for (const filter of ['answered > 0', 'count(scores) > 0'])
        expect(JSON.stringify(await list('verdict', admin, filter))).not.toContain('Zebra');
      await expect(list('verdict', admin, 'max(scores.answers) > 0')).rejects.toMatchObject({
        code: 'invalid_expression',
      });
      const live = (await readSnapshot(runtime, { workspace, actor: admin, space })).join('');
      const past = JSON.stringify(
        await readPastSnapshot(runtime, { workspace, actor: admin, space, at: '2027-01-01' }),
      );
      expect(`${live} ${past}`).not.toMatch(/Zebra|"score"/);
      const asking = { workspace, actor: admin, since: '2025-01-01' };
      await expect(listChanges(runtime, { ...asking, entity: 'score' })).rejects.toMatchObject({
        code: 'not_found',
      });
      for (const entity of ['verdict', 'scoring'])
        expect(JSON.stringify(await listChanges(runtime, { ...asking, entity }))).not.toContain('Zebra');
      const written = await test.database.query<{ actor: string | null; cause: string }>(
        `select actor, cause from change where workspace_id = $1 and entity = 'score'`,
        [workspace],
      );
      expect(written.rows.filter((each) => each.actor !== null || each.cause === cause)).toEqual([]);
      const undo = executeWith(runtime, { workspace, actor: admin, source: 'user' }, undoCause(cause));
      await expect(undo).rejects.toMatchObject({ code: 'not_found' });

      expect(await act('reveal', {}, bob)).toBe('forbidden');
      expect(await act('reveal', { records: [ideas[0] ?? ''] })).toBe('done');
      const [first, second] = await built.verdicts();
      const given = { value: 13, note: 'Zebra' };
      expect(first?.['turns']).toMatchObject([
        { people: 1, scores: { [effort]: [anonymous ? given : { person: bob.person, ...given }] } },
      ]);
      expect([second?.['turns'], second?.['answered'], first?.['answered']]).toEqual([undefined, 1, 0]);
      expect(JSON.stringify(first?.['turns']).includes(textOf(bob.person))).toBe(!anonymous);
      expect(await act('close')).toBe('done');
      const left = await test.database.query('select 1 from score where workspace_id = $1', [workspace]);
      expect(left.rows).toEqual([]);
      expect((await built.verdicts())[1]?.['turns']).toBeUndefined();
      expect(await act('reveal')).toBe('not_possible');
      expect(session).toMatch(/^scoring_/);
      const { discrepancies } = await verifyWorkspace(test.database, MODEL, workspace);
      expect(discrepancies).toEqual([]);
    },
  );

  it('writes what was agreed into the idea as one act, keeps it, and takes both back', async () => {
    const { score, bob, cleo, ideas, act, read, verdicts, runtime, workspace, session, admin, effort, size } =
      await buildSession();
    await score(bob, 0, { effort: { value: 3 }, size: { value: 's' } });
    await score(cleo, 0, { effort: { value: 8 }, size: { value: 'm' } });
    const items = (values: JsonObject, knows: string | null = null) => ({
      items: [{ record: ideas[0] ?? '', values, knows }],
    });
    expect(await act('agree', items({ effort: 5 }))).toBe('not_possible');
    await act('reveal');
    expect(await act('agree', items({ effort: 22 }))).toBe('invalid_value');
    expect(await act('agree', items({ title: 'Other' }))).toBe('invalid_value');
    const { cause } = await execute(runtime, {
      workspace,
      actor: admin,
      source: 'user',
      operation: 'scoring.agree',
      id: session,
      input: items({ effort: 5, size: 'm' }),
    });
    expect(await read('idea', ideas[0] ?? '')).toMatchObject({ effort: 5, size: 'm' });
    const [verdict] = await verdicts();
    expect(verdict?.['agreements']).toMatchObject([
      { values: { [effort]: 5, [size]: 'm' }, by: admin.person, act: cause },
    ]);
    expect(await act('agree', items({ effort: 8 }))).toBe('stale_edit');
    const [{ at } = { at: '' }] = (verdict?.['agreements'] ?? []) as unknown as { at: string }[];
    await executeWith(runtime, { workspace, actor: admin, source: 'user' }, undoCause(cause));
    expect((await read('idea', ideas[0] ?? ''))['effort']).toBeUndefined();
    expect((await verdicts())[0]?.['agreements']).toBeUndefined();
    expect(await act('agree', items({ effort: 8 }, at))).toBe('stale_edit');
    expect(await act('agree', items({ effort: 8 }))).toBe('done');
  });

  it('is revealed once when two do it, and cannot be hidden again', async () => {
    const { score, bob, act, verdicts, runtime, workspace, admin, session } = await buildSession();
    await score(bob, 0, { effort: { value: 3 } });
    const request = {
      workspace,
      actor: admin,
      source: 'user',
      operation: 'scoring.reveal',
      id: session,
    } as const;
    const acts = await Promise.all([execute(runtime, request), execute(runtime, request)]);
    expect((await verdicts()).map(({ turns }) => (turns as Json[]).length)).toEqual([1, 1]);
    const undo = async ({ cause }: { readonly cause: string }): Promise<unknown> =>
      executeWith(runtime, { workspace, actor: admin, source: 'user' }, undoCause(cause)).catch(
        (error: unknown) => (error as { code?: unknown }).code,
      );
    // Whichever came second found nothing to do.
    const codes = [await undo(acts[0]), await undo(acts[1])];
    expect(new Set(codes)).toEqual(new Set(['cannot_undo', 'not_found']));
    expect(await score(bob, 0, { effort: { value: 4 } })).toBe('not_possible');
    expect(await act('reveal')).toBe('done');
  });

  it('scores an idea again, and keeps what was given before', async () => {
    const { score, bob, cleo, act, verdicts, ideas, effort, finished } = await buildSession();
    await score(bob, 0, { effort: { value: 3 } });
    await act('reveal');
    expect(await act('repeat', { records: [ideas[0] ?? ''] })).toBe('done');
    await score(bob, 0, { effort: { value: 5 } });
    expect(await finished()).toEqual([bob.person]);
    await score(cleo, 0, { effort: { value: 5 } });
    await act('reveal');
    const turns = ((await verdicts())[0]?.['turns'] ?? []) as unknown as { scores: Record<string, Json[]> }[];
    expect(turns.map(({ scores }) => scores[effort]?.length)).toEqual([1, 2]);
    await act('repeat', { records: [ideas[0] ?? ''] });
    await act('reveal');
    expect((await verdicts())[0]?.['turns']).toHaveLength(2);
  });

  it('refuses what cannot be scored, and who is not asked to', async () => {
    const { run, addPerson, bob, cleo, admin, score, ideas, session } = await buildSession();
    const begin = (values: JsonObject, actor = admin) =>
      run('scoring.create', {
        actor,
        input: { space: 'PROD', title: 'Other', records: ideas, inputs: ['effort'], ...values },
      }).then((made) => textOf(made['id']), refusalCode);
    const reader = await addPerson('Mary', 'viewer');
    expect(await begin({ scorers: [reader.person] })).toBe('invalid_value');
    expect(await begin({}, bob)).toBe('forbidden');
    for (const inputs of [[], ['title'], ['votes'], ['nothing'], ['effort', 'effort']])
      expect(await begin({ inputs })).toBe('invalid_value');
    expect(await begin({ records: [] })).toBe('invalid_value');
    for (const answers of [
      { effort: { value: 22 } },
      { size: { value: 'x' } },
      { title: { value: 'A' } },
      [],
      3,
    ])
      expect(await score(bob, 0, answers)).toBe('invalid_value');
    expect(await score(bob, 0, { effort: { value: null, note: '' } })).toMatch(/^score_/);
    await run('scoring.update', { id: session, input: { scorers: [cleo.person] } });
    expect(await score(bob, 1, { effort: { value: 3 } })).toBe('forbidden');
    expect(await score(cleo, 1, { effort: { value: 3 } })).toMatch(/^score_/);
    expect(await run('scoring.archive', { id: session }).catch(refusalCode)).toBe('not_possible');
  });

  it('tells anew who has finished when an idea is archived, comes back, or is merged', async () => {
    const { run, runtime, workspace, admin, bob, score, ideas, finished } = await buildSession();
    await score(bob, 0, { effort: { value: 3 } });
    const id = ideas[1] ?? '';
    await run('idea.archive', { id });
    expect(await finished()).toEqual([bob.person]);
    await run('idea.restore', { id });
    expect(await finished()).toEqual([]);
    const request = { workspace, actor: admin, source: 'user' } as const;
    const merge = { operation: 'idea.merge', id: ideas[0] ?? '', input: { from: [id] } };
    for (const act of [{ operation: 'idea.archive', id }, merge]) {
      const { cause } = await execute(runtime, { ...request, ...act });
      expect(await finished()).toEqual([bob.person]);
      await executeWith(runtime, request, undoCause(cause));
      expect(await finished()).toEqual([]);
    }
  });

  it('keeps no answer to a repeat that would tell whose a score is', async () => {
    const { run, runtime, workspace, bob, ids, list } = await buildSession({ anonymous: true });
    const idempotencyKey = 'once';
    const input = { verdict: ids[0] ?? '', answers: { effort: { value: 13, note: 'Zebra' } } };
    const request = { workspace, actor: bob, source: 'user', operation: 'score.create', input } as const;
    await execute(runtime, { ...request, idempotencyKey });
    await execute(runtime, { ...request, idempotencyKey });
    expect(await list('score', bob)).toHaveLength(1);
    const kept = () =>
      test.database.query('select key from idempotency where workspace_id = $1', [workspace]);
    expect((await kept()).rows).toEqual([]);
    await run('idea.create', { input: { space: 'PROD', title: 'Other' }, idempotencyKey });
    expect((await kept()).rows).toEqual([{ key: idempotencyKey }]);
  });

  it('goes on when an idea is archived or a field removed meanwhile', async () => {
    const { run, bob, score, act, ideas, effort, finished, verdicts, read } = await buildSession();
    await score(bob, 0, { effort: { value: 3 } });
    await score(bob, 1, { effort: { value: 3 } });
    await run('idea.archive', { id: ideas[1] ?? '' });
    expect(await score(bob, 1, { effort: { value: 5 } })).toBe('not_possible');
    await run('field.archive', { id: effort });
    expect(await score(bob, 0, { effort: { value: 5 } })).toBe('not_possible');
    expect(await score(bob, 0, { size: { value: 'm' } })).toMatch(/^score_/);
    expect(await finished()).toEqual([bob.person]);
    await act('reveal');
    expect(
      (await verdicts()).map(({ turns }) => (turns as unknown as { people: number }[])[0]?.people),
    ).toEqual([1, 1]);
    const agree = (at: number, values: JsonObject) =>
      act('agree', { items: [{ record: ideas[at] ?? '', values }] });
    expect(await agree(0, { effort: 5 })).toBe('not_possible');
    expect(await agree(1, { size: 'm' })).toBe('not_possible');
    expect(await agree(0, { size: 'm' })).toBe('done');
    expect((await read('idea', ideas[0] ?? ''))['size']).toBe('m');
  });
});
