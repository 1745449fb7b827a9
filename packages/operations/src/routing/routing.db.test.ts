import { textOf } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import { describeDatabases } from '@throughline/db/testing';
import { expect, it } from 'vitest';
import { buildWorkspace } from '../testing/test-workspace.ts';

describeDatabases('rules that give feedback to teams', (test) => {
  it('are tried as it comes in, the oldest that holds decides, and what was given to a team stays there', async () => {
    const { run, space } = await buildWorkspace(test.database);
    const team = async (name: string) => textOf((await run('team.create', { input: { name } }))['id']);
    const [billing, mobile, sales] = [await team('Billing'), await team('Mobile'), await team('Sales')];
    const rule = async (condition: string, to: string) =>
      textOf((await run('routing-rule.create', { input: { space, condition, team: to } }))['id']);
    const first = await rule('channel = "email" and title contains "invoice"', billing);
    const second = await rule('body contains "app" or title contains "invoice"', mobile);
    const say = async (input: Record<string, string>) => {
      const { id, team: given, routedBy } = await run('feedback.create', { input: { space, ...input } });
      return { id: textOf(id ?? ''), given, routedBy };
    };
    const mailed = await say({ title: 'The INVOICE is wrong', channel: 'email' });
    expect(mailed).toMatchObject({ given: billing, routedBy: first });
    expect(await say({ title: 'The invoice is wrong' })).toMatchObject({ given: mobile, routedBy: second });
    const own = await say({ title: 'The invoice is wrong', team: sales });
    expect([own.given, own.routedBy]).toEqual([sales, undefined]);
    expect((await say({ title: 'Dark colours' })).given).toBeUndefined();
    const changed = await run('feedback.update', { id: mailed.id, input: { team: sales } });
    expect([changed['team'], changed['routedBy']]).toEqual([sales, undefined]);
    await run('routing-rule.archive', { id: first });
    expect(await say({ title: 'Invoice', channel: 'email' })).toMatchObject({ routedBy: second });
  });

  it('are refused where they cannot be read, or compare feedback with other feedback', async () => {
    const { run, space } = await buildWorkspace(test.database);
    const team = textOf((await run('team.create', { input: { name: 'Billing' } }))['id']);
    const refused = async (condition: string) => {
      const made = run('routing-rule.create', { input: { space, condition, team } });
      return made.then(
        () => 'made',
        (error: unknown) => (error instanceof Refusal ? error.code : error),
      );
    };
    expect([await refused('colour = "red"'), await refused('title = ')]).toEqual([
      'invalid_expression',
      'invalid_expression',
    ]);
    expect(await refused('title contains "invoice"')).toBe('made');
  });
});
