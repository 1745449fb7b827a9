import { textOf } from '@throughline/base';
import { describeDatabases } from '@throughline/db/testing';
import { beforeAll, expect, it } from 'vitest';
import { SYSTEM } from '../access/actor.ts';
import { executeWith, type Operate } from '../execute.ts';
import { buildWorkspace, type TestWorkspace } from '../testing/test-workspace.ts';
import { undoCause } from '../undo/undo-cause.ts';
import { sendAnswers } from './send-answers.ts';

describeDatabases('approving answers in one act', (test) => {
  let acme: TestWorkspace;
  beforeAll(async () => {
    acme = await buildWorkspace(test.database);
  });
  const asSystem = async (operate: Operate) =>
    (await executeWith(acme.runtime, { workspace: acme.workspace, actor: SYSTEM, source: 'system' }, operate))
      .result;
  async function draft(name: string): Promise<string> {
    const contact = await acme.run('contact.create', { input: { name, email: `${name}@dock.example` } });
    const { id } = await asSystem(async (work) => {
      const values = { subject: 'It is there', body: 'Hello {name}', state: 'draft', space: acme.space };
      const record = { values: { ...values, contact: contact['id'] ?? null } };
      const [made] = await work.insert(work.entity('answer'), [record]);
      return { id: made?.id ?? '' };
    });
    return textOf(id);
  }
  const approve = async (ids: readonly string[], cause: string) => {
    for (const id of ids) await acme.run('answer.approve', { id, cause });
  };
  const undo = (cause: string) =>
    executeWith(
      acme.runtime,
      { workspace: acme.workspace, actor: acme.admin, source: 'user' },
      undoCause(cause),
    );
  const states = async (ids: readonly string[]) => {
    const { rows } = await test.database.query<{ state: string }>(
      'select state from answer where id = any($1) order by id',
      [ids],
    );
    return rows.map(({ state }) => state);
  };

  it('is taken back as one before they go out', async () => {
    const ids = [await draft('ann'), await draft('vic')];
    await approve(ids, 'act_tell');
    expect(await states(ids)).toEqual(['approved', 'approved']);
    await undo('act_tell');
    expect(await states(ids)).toEqual(['draft', 'draft']);
  });

  it('stays once one of them went out', async () => {
    const ids = [await draft('eve')];
    await approve(ids, 'act_told');
    expect(await sendAnswers(acme.runtime, async () => null)).toBe(1);
    await expect(undo('act_told')).rejects.toMatchObject({ code: 'cannot_undo' });
    expect(await states(ids)).toEqual(['sent']);
  });
});
