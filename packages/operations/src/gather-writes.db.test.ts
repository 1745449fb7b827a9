import { textOf, type JsonObject } from '@throughline/base';
import { describeDatabases } from '@throughline/db/testing';
import { beforeAll, expect, it } from 'vitest';
import { execute, type Request } from './execute.ts';
import { buildWorkspace, type TestWorkspace } from './testing/test-workspace.ts';
import { verifyWorkspace } from './verify/verify-workspace.ts';

describeDatabases('writes that come together', (test) => {
  let acme: TestWorkspace;
  const write = (request: Partial<Request> & Pick<Request, 'operation'>) =>
    execute(acme.runtime, {
      workspace: acme.workspace,
      actor: acme.admin,
      source: 'api',
      ...request,
    });
  const create = (title: string, more: JsonObject = {}) =>
    write({ operation: 'idea.create', input: { space: 'PROD', title, ...more } });
  const transactions = async (): Promise<number> => {
    const { rows } = await acme.runtime.database.query<{ count: number }>(
      'select count(distinct xmin::text)::int as count from idea where workspace_id = $1',
      [acme.workspace],
    );
    return rows[0]?.count ?? 0;
  };

  beforeAll(async () => {
    acme = await buildWorkspace(test.database);
  });

  it('share transactions, take their places one after the other, and each gets its own answer', async () => {
    const before = await transactions();
    const titles = Array.from({ length: 20 }, (_, index) => `Together ${index}`);
    const made = await Promise.all(titles.map((title) => create(title)));
    expect(made.map(({ result }) => result['title'])).toEqual(titles);
    const seqs = made.map(({ seq }) => seq);
    expect(seqs).toEqual(seqs.map((_, index) => (seqs[0] ?? 0) + index));
    expect(new Set(made.map(({ cause }) => cause)).size).toBe(20);
    expect((await transactions()) - before).toBeLessThan(5);
  });

  it('do not take each other down', async () => {
    const settled = await Promise.allSettled([
      create('Well'),
      create('Ill', { nonsense: true }),
      create('Well too'),
      write({ operation: 'idea.update', id: `idea_${'0'.repeat(26)}`, input: { title: 'x' } }),
    ]);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected']);
  });

  it('see each other: the second edit of a field from the same version is refused', async () => {
    const { result } = await create('Once');
    const edit = (title: string) =>
      write({
        operation: 'idea.update',
        id: textOf(result['id']),
        ifMatch: Number(result['seq']),
        input: { title },
      });
    const [first, other, second] = await Promise.allSettled([
      edit('Mine'),
      create('Between'),
      edit('Theirs'),
    ]);
    expect([first.status, other.status]).toEqual(['fulfilled', 'fulfilled']);
    expect(second).toMatchObject({ status: 'rejected', reason: { code: 'stale_edit' } });
  });

  it('with one key are done once', async () => {
    const ask = () =>
      write({
        operation: 'idea.create',
        input: { space: 'PROD', title: 'Keyed' },
        idempotencyKey: 'the-same-key',
      });
    const [a, b, c] = await Promise.all([ask(), ask(), ask()]);
    expect([b?.result['id'], c?.result['id'], b?.isRepeat, c?.isRepeat]).toEqual([
      a?.result['id'],
      a?.result['id'],
      true,
      true,
    ]);
  });

  it('behind a new field know it', async () => {
    const [, idea] = await Promise.all([
      write({ operation: 'field.create', input: { entity: 'idea', name: 'Reach', type: 'number' } }),
      create('First'),
      create('Second'),
    ]);
    const { result } = await create('Third', { reach: 5 });
    expect([idea.result['title'], result['reach']]).toEqual(['First', 5]);
  });

  it('leave a log that gives the tables', async () => {
    const { database, model } = acme.runtime;
    expect((await verifyWorkspace(database, model, acme.workspace)).discrepancies).toEqual([]);
  });
});
