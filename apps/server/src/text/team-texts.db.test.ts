import { describeDatabases } from '@throughline/db/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

type Offer = {
  readonly kind: string;
  readonly offered: string;
  readonly confidence: number;
  readonly words: readonly string[];
};

const ABOUT = {
  Billing: ['invoice', 'payment', 'refund', 'currency', 'tax', 'receipt'],
  Mobile: ['phone', 'app', 'tablet', 'touch', 'battery', 'screen'],
} as const;

describeDatabases('the team that feedback is for', (test) => {
  let acme: TestServer;
  const teams: Record<string, string> = {};
  const offered = async (title: string): Promise<readonly Offer[]> => {
    const { body } = await acme.call('POST', '/feedback', { body: { space: 'PROD', title } });
    return (await acme.call<{ items: Offer[] }>('GET', `/feedback/${body['id']}/suggestions`)).body.items;
  };

  beforeAll(async () => {
    acme = await startTestServer(test.database);
    for (const [name, words] of Object.entries(ABOUT)) {
      teams[name] = (await acme.call('POST', '/teams', { body: { name } })).body['id'] ?? '';
      for (const [one, first] of words.entries())
        for (const [two, second] of words.entries())
          if (one !== two)
            await acme.call('POST', '/feedback', {
              body: { space: 'PROD', title: `The ${first} and the ${second}`, team: teams[name] },
            });
    }
  });
  afterAll(() => acme.close());

  it('is learnt from what people gave to teams, with the words that decided', async () => {
    const [offer] = await offered('Our tax is not on the invoice');
    expect(offer).toMatchObject({ kind: 'team', offered: teams['Billing'] });
    expect(offer?.confidence).toBeGreaterThan(0.5);
    expect(offer?.words.join(' ')).toMatch(/tax|invoice/);
    expect((await offered('The battery of my phone'))[0]?.offered).toBe(teams['Mobile']);
  });

  it('is counted by what people made of it, month by month', async () => {
    const { body: said } = await acme.call('POST', '/feedback', {
      body: { space: 'PROD', title: 'A refund of the payment' },
    });
    const verdict = { kind: 'team', feedback: said['id'], offered: teams['Billing'], confidence: 0.9 };
    await acme.call('POST', '/suggestions', { body: { ...verdict, outcome: 'accepted' } });
    const { body } = await acme.call<{ items: object[] }>('GET', '/acceptance');
    expect(body.items).toEqual([
      { kind: 'team', month: expect.stringMatching(/^\d{4}-\d\d$/), accepted: 1, refused: 0, passed: 0 },
    ]);
    const { body: again } = await acme.call<{ items: Offer[] }>('GET', `/feedback/${said['id']}/suggestions`);
    expect(again.items.filter(({ kind }) => kind === 'team')).toEqual([]);
  });
});
