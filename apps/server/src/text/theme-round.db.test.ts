import { describeDatabases } from '@throughline/db/testing';
import type { Runtime } from '@throughline/operations';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { makeThemeRound } from './theme-round.ts';

type ThemeRecord = {
  readonly id: string;
  readonly label: string;
  readonly size: number;
  readonly members: readonly string[];
  readonly weeks: readonly number[];
};

const ABOUT = {
  refund: ['I want a refund for my order', 'My refund never arrived', 'How long does a refund take'],
  battery: ['The battery is empty too soon', 'Battery drains at night', 'A better battery would help'],
  invoice: ['The invoice has no tax number', 'Send me the invoice by mail', 'The invoice is wrong again'],
} as const;

describeDatabases('themes of feedback', (test) => {
  let acme: TestServer;
  const themes = async (): Promise<readonly ThemeRecord[]> =>
    (await acme.call<{ items: ThemeRecord[] }>('GET', '/themes')).body.items;
  const about = async (word: string) => (await themes()).find(({ label }) => label.includes(word));
  const say = (title: string) => acme.call('POST', '/feedback', { body: { space: 'PROD', title } });
  const afterDays = (days: number): Runtime => {
    const { runtime } = acme.server;
    return { ...runtime, ids: { ...runtime.ids, now: () => runtime.ids.now() + days * 86_400_000 } };
  };

  beforeAll(async () => {
    acme = await startTestServer(test.database);
    for (let turn = 0; turn < 4; turn++)
      for (const said of Object.values(ABOUT)) for (const title of said) await say(`${title} (${turn})`);
  });
  afterAll(() => acme.close());

  it('are found in the background, with their words, their feedback and how it came in', async () => {
    await makeThemeRound(acme.server.runtime)();
    const refund = await about('refund');
    expect(refund?.size).toBe(refund?.members.length);
    expect(refund?.weeks).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, refund?.size]);
    expect(await about('battery')).toBeDefined();
  });

  it('are the same the next day, and keep the names that people gave', async () => {
    const [battery, invoice] = [await about('battery'), await about('invoice')];
    await acme.call('PATCH', `/themes/${battery?.id}`, { body: { label: 'Battery life' } });
    await say('The battery is weak');
    await say('The invoice is late');
    await makeThemeRound(afterDays(2))();
    expect(await about('Battery life')).toMatchObject({ id: battery?.id });
    expect((await about('invoice'))?.id).toBe(invoice?.id);
  });

  it('are not found anew on the same day', async () => {
    const before = await themes();
    await say('The battery is weak again');
    expect(await makeThemeRound(acme.server.runtime)()).toBe(0);
    expect(await themes()).toEqual(before);
  });

  it('are named and hidden by editors alone', async () => {
    const [theme] = await themes();
    const grace = acme.callAs(await acme.join('grace@acme.example', 'viewer'));
    const { status } = await grace('PATCH', `/themes/${theme?.id}`, { body: { isHidden: true } });
    expect(status).toBe(403);
  });
});
