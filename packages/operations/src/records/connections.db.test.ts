import { textOf, type Json } from '@throughline/base';
import { describeDatabases } from '@throughline/db/testing';
import { beforeAll, expect, it } from 'vitest';
import { listRecords } from '../reads/list-records.ts';
import { readRecord } from '../reads/read-record.ts';
import { buildWorkspace, type TestWorkspace } from '../testing/test-workspace.ts';
import { undoCause } from '../undo/undo-cause.ts';
import { executeWith } from '../execute.ts';
import { verifyWorkspace } from '../verify/verify-workspace.ts';

describeDatabases('a connection field', (test) => {
  let acme: TestWorkspace;
  let solves = '';
  const make = async (entity: string, values: Record<string, Json>): Promise<string> =>
    textOf((await acme.run(`${entity}.create`, { input: values }))['id']);
  const idea = (title: string, values: Record<string, Json> = {}) =>
    make('idea', { space: 'PROD', title, ...values });
  const feedback = (title: string) => make('feedback', { space: 'PROD', title });
  const read = (entity: string, id: string) =>
    readRecord(acme.runtime, {
      workspace: acme.workspace,
      actor: acme.admin,
      entity: acme.runtime.model.entity(entity),
      id,
    });

  beforeAll(async () => {
    acme = await buildWorkspace(test.database);
    solves = await make('field', {
      entity: 'idea',
      name: 'Solves',
      type: 'relation',
      config: { target: 'feedback' },
    });
    await make('field', {
      entity: 'feedback',
      name: 'Solved by',
      key: 'solved_by',
      type: 'relation',
      config: { target: 'idea', mirrors: solves },
    });
    await make('field', {
      entity: 'idea',
      name: 'Needs',
      type: 'relation',
      config: { target: 'idea' },
    });
    await make('field', { entity: 'idea', name: 'Cost', type: 'number' });
    await make('field', {
      entity: 'idea',
      name: 'Cost of needs',
      key: 'cost_of_needs',
      type: 'rollup',
      config: { path: 'needs.cost', aggregate: 'sum' },
    });
  });

  it('shows on both sides what either side wrote', async () => {
    const [slow, lost] = [await feedback('Slow'), await feedback('Lost')];
    const faster = await idea('Faster', { solves: [slow] });
    await acme.run('feedback.update', { id: lost, input: { solved_by: [faster] } });
    expect((await read('idea', faster))['solves']).toEqual([slow, lost].toSorted());
    expect((await read('feedback', slow))['solved_by']).toEqual([faster]);
    await acme.run('feedback.update', { id: slow, input: { solved_by: null } });
    expect((await read('idea', faster))['solves']).toEqual([lost]);
  });

  it('is found by filters and added up by rollups, each record once', async () => {
    const [a, b] = [await idea('A', { cost: 3 }), await idea('B', { cost: 4 })];
    const sum = await idea('Sum', { needs: [a, b] });
    expect((await read('idea', sum))['cost_of_needs']).toBe(7);
    const { items } = await listRecords(acme.runtime, {
      workspace: acme.workspace,
      actor: acme.admin,
      entity: acme.runtime.model.entity('idea'),
      filter: 'needs is not empty and cost_of_needs > 5',
    });
    expect(items.map((item) => [item['title'], item['needs']])).toEqual([['Sum', [a, b].toSorted()]]);
  });

  it('keeps what others have connected since', async () => {
    const [a, b, c] = [await feedback('a'), await feedback('b'), await feedback('c')];
    const both = await idea('Both', { solves: [a] });
    const { seq } = await read('idea', both);
    await acme.run('feedback.update', { id: b, input: { solved_by: [both] } });
    await acme.run('idea.update', { id: both, ifMatch: Number(seq), input: { solves: [c] } });
    expect((await read('idea', both))['solves']).toEqual([b, c].toSorted());
  });

  it('is written from the side that others wrote, by the version read there', async () => {
    const [a, b] = [await feedback('seen'), await feedback('unseen')];
    const one = await idea('Written from here', { solves: [a] });
    const solvedBy = async (id: string) => (await read('feedback', id))['solved_by'];
    const { seq } = await read('feedback', a);
    await acme.run('feedback.update', { id: a, ifMatch: Number(seq), input: { solved_by: [] } });
    expect([await solvedBy(a), (await read('idea', one))['solves']]).toEqual([undefined, undefined]);
    const connected = await acme.run('relation.create', { input: { from: one, to: b, field: solves } });
    const { seq: shown } = await read('feedback', b);
    await acme.run('relation.delete', { id: textOf(connected['id']) });
    await acme.run('feedback.update', { id: b, ifMatch: Number(shown), input: { solved_by: [one] } });
    expect(await solvedBy(b)).toBeUndefined();
    const { seq: parted } = await read('feedback', b);
    await acme.run('feedback.update', { id: b, ifMatch: Number(parted), input: { solved_by: [one] } });
    expect(await solvedBy(b)).toEqual([one]);
  });

  it('lives where it begins, also when it is written at its end', async () => {
    await make('space', { key: 'FAR', name: 'Far', access: 'private' });
    const begins = await idea('Begins');
    const ends = await make('feedback', { space: 'FAR', title: 'Ends', solved_by: [begins] });
    const { rows } = await acme.runtime.database.query(
      'select space from relation where workspace_id = $1 and "to" = $2',
      [acme.workspace, ends],
    );
    expect(rows).toEqual([{ space: acme.space }]);
  });

  it('keeps archived records for when they come back, and does not show them', async () => {
    const [a, b] = [await feedback('stays'), await feedback('goes')];
    const one = await idea('One', { solves: [a, b] });
    await acme.run('feedback.archive', { id: b });
    expect((await read('idea', one))['solves']).toEqual([a]);
    await acme.run('idea.update', { id: one, input: { solves: [] } });
    await acme.run('feedback.restore', { id: b });
    expect((await read('idea', one))['solves']).toEqual([b]);
  });

  it('is taken back with the act that wrote it', async () => {
    const a = await feedback('undone');
    const one = await idea('Undo me');
    await acme.run('idea.update', { id: one, input: { solves: [a] }, cause: 'act_connect' });
    await executeWith(
      acme.runtime,
      { workspace: acme.workspace, actor: acme.admin, source: 'user' },
      undoCause('act_connect'),
    );
    expect((await read('idea', one))['solves']).toBeUndefined();
  });

  it('is taken back by who may not edit the other end', async () => {
    const a = await feedback('Somebody else’s');
    const actor = await acme.addPerson('Carl', 'contributor');
    const input = { space: 'PROD', title: 'Carl’s', solves: [a] };
    await acme.run('idea.create', { input, actor, cause: 'act_carl' });
    await executeWith(
      acme.runtime,
      { workspace: acme.workspace, actor, source: 'user' },
      undoCause('act_carl'),
    );
    expect((await read('feedback', a))['solved_by']).toBeUndefined();
  });

  it('refuses itself, strangers, and another target', async () => {
    const one = await idea('Alone');
    const refusal = (values: Record<string, Json>) =>
      acme.run('idea.update', { id: one, input: values }).catch((error: Error) => error.message);
    expect([
      await refusal({ needs: [one] }),
      await refusal({ needs: [`idea_${'0'.repeat(26)}`] }),
      await refusal({ solves: [one] }),
    ]).toEqual([
      'Needs: a record cannot be connected with itself.',
      `Needs: there is no record idea_${'0'.repeat(26)}.`,
      expect.stringContaining('Expected an id such as feedback_…'),
    ]);
    await expect(
      acme.run('field.update', { id: solves, input: { config: { target: 'company' } } }),
    ).rejects.toThrow('stays');
  });

  it('leaves a log that gives the tables', async () => {
    const { database, model } = acme.runtime;
    const { discrepancies } = await verifyWorkspace(database, model, acme.workspace);
    expect(discrepancies).toEqual([]);
  });
});
