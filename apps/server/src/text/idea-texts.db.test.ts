import { describeDatabases } from '@throughline/db/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

type Offer = {
  readonly offered: string;
  readonly confidence: number;
  readonly words: readonly string[];
  readonly like: string | null;
};

const TOPICS = [
  'Dark colours for the mobile app',
  'Two-factor sign-in by security key',
  'Payroll export as a bank file',
  'Calendar of holidays for every country',
  'Invoices in several currencies',
  'Reminders before a contract ends',
  'Drag shifts between employees',
  'Signature of documents on a tablet',
  'Archive of old pay slips',
  'Overtime rules for night work',
  'Search through all attachments',
  'Chart of absences by department',
  'Onboarding checklist with owners',
  'Import of employees from a spreadsheet',
  'Offline clock-in at the door',
  'Report of travel expenses with receipts',
  'Approval chain for large orders',
  'Keyboard navigation in every table',
  'Automatic backup to our own storage',
  'Audit trail of every login',
  'Webhook when a shift is swapped',
  'Translation of the interface to Dutch',
  'Pension contributions by age',
  'Benefits shown beside the salary',
] as const;

describeDatabases('ideas that feedback may belong to', (test) => {
  let acme: TestServer;
  const ideas = new Map<string, string>();
  const say = async (title: string): Promise<string> =>
    (await acme.call('POST', '/feedback', { body: { space: 'PROD', title } })).body['id'] ?? '';
  const offers = async (feedback: string, call = acme.call) =>
    (await call<{ items: Offer[] }>('GET', `/feedback/${feedback}/suggestions`)).body.items;
  const idea = (title: (typeof TOPICS)[number]) => ideas.get(title) ?? '';

  beforeAll(async () => {
    acme = await startTestServer(test.database);
    for (const title of TOPICS)
      ideas.set(
        title,
        (await acme.call('POST', '/ideas', { body: { space: 'PROD', title } })).body['id'] ?? '',
      );
  });
  afterAll(() => acme.close());

  it('are offered where one stands out, with the words that decided', async () => {
    const [first] = await offers(await say('We need the payroll export as a file for our bank'));
    expect(first).toMatchObject({ offered: idea('Payroll export as a bank file'), like: null });
    expect(first?.words).toEqual(expect.arrayContaining(['payroll', 'export', 'bank']));
    expect(await offers(await say('Your office is hard to find by train'))).toEqual([]);
  });

  it('are known by the feedback that was linked to them', async () => {
    const first = await say('White screens blind me on the bus at night');
    const linked = { feedback: first, idea: idea('Dark colours for the mobile app') };
    const { body } = await acme.call('POST', '/insights', { body: linked });
    const other = await say('The white screens blind us at night');
    expect((await offers(other))[0]).toMatchObject({ offered: linked.idea, like: first });
    await acme.call('DELETE', `/insights/${body['id']}`);
    expect((await offers(other)).map(({ offered }) => offered)).not.toContain(linked.idea);
  });

  it('are not offered again once they were refused, and the verdict is kept once', async () => {
    const feedback = await say('Audit trail: who did a login, every login');
    const offered = idea('Audit trail of every login');
    expect((await offers(feedback))[0]?.offered).toBe(offered);
    const verdict = { kind: 'idea', feedback, offered, confidence: 0.8, words: 'audit, trail' };
    await acme.call('POST', '/suggestions', { body: { ...verdict, outcome: 'refused' } });
    await acme.call('POST', '/suggestions', { body: { ...verdict, outcome: 'refused' } });
    expect((await offers(feedback)).map((each) => each.offered)).not.toContain(offered);
    const { body } = await acme.call<{ items: object[] }>(
      'GET',
      `/suggestions?filter=${encodeURIComponent('outcome = "refused"')}`,
    );
    expect(body.items).toHaveLength(1);
  });

  it('tell nothing of ideas that the reader may not see', async () => {
    await acme.call('POST', '/spaces', { body: { key: 'SECRET', name: 'Secret', access: 'private' } });
    const title = 'Submarine mode for divers under the sea';
    const { body } = await acme.call('POST', '/ideas', { body: { space: 'SECRET', title } });
    const feedback = await say('Submarine mode under the sea, for divers');
    expect((await offers(feedback))[0]?.offered).toBe(body['id']);
    const grace = acme.callAs(await acme.join('grace@acme.example', 'contributor'));
    expect((await offers(feedback, grace)).map(({ offered }) => offered)).not.toContain(body['id']);
  });

  it('are found beside an idea that says the same', async () => {
    const title = 'Payroll export to the bank as a file';
    const { body } = await acme.call('POST', '/ideas', { body: { space: 'PROD', title } });
    const { body: similar } = await acme.call<{ items: { id: string }[] }>(
      'GET',
      `/ideas/${body['id']}/similar`,
    );
    expect(similar.items[0]?.id).toBe(idea('Payroll export as a bank file'));
  });
});
