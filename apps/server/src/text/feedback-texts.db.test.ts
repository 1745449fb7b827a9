import { describeDatabases } from '@throughline/db/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

type Similar = {
  readonly id: string;
  readonly score: number;
  readonly because: { readonly shared: readonly { readonly word: string }[] };
};

describeDatabases('feedback like another', (test) => {
  let acme: TestServer;
  const ids: Record<string, string> = {};
  const say = async (title: string, space = 'PROD'): Promise<string> =>
    (ids[title] = (await acme.call('POST', '/feedback', { body: { space, title } })).body['id'] ?? '');
  const like = async (title: string, call = acme.call) =>
    (await call<{ items: Similar[] }>('GET', `/feedback/${ids[title]}/similar`)).body.items;
  const titles = (items: readonly Similar[]) =>
    items.map(({ id }) => Object.entries(ids).find(([, each]) => each === id)?.[0]);

  beforeAll(async () => {
    acme = await startTestServer(test.database);
    for (const title of [
      'Export the report as PDF',
      'Dark colours for the mobile app',
      'Please let us export reports to PDF',
      'Sign in with our company account',
    ])
      await say(title);
  });
  afterAll(() => acme.close());

  it('is found by what it says, with the words that both have', async () => {
    const [first] = await like('Export the report as PDF');
    expect(titles([first as Similar])).toEqual(['Please let us export reports to PDF']);
    expect(first?.because.shared.map(({ word }) => word)).toContain('export');
  });

  it('follows what is written, changed and archived', async () => {
    await say('PDF export of a report is cut off');
    expect(titles(await like('Export the report as PDF'))).toContain('PDF export of a report is cut off');
    const path = `/feedback/${ids['PDF export of a report is cut off']}`;
    await acme.call('PATCH', path, { body: { title: 'Nothing of the kind' } });
    expect(titles(await like('Export the report as PDF'))).not.toContain('PDF export of a report is cut off');
    await acme.call('PATCH', path, { body: { title: 'PDF export of a report is cut off' } });
    await acme.call('POST', `${path}/archive`);
    expect(titles(await like('Export the report as PDF'))).not.toContain('PDF export of a report is cut off');
    await acme.call('POST', `${path}/restore`);
    expect(titles(await like('Export the report as PDF'))).toContain('PDF export of a report is cut off');
  });

  it('tells nothing of what the reader may not see', async () => {
    await acme.call('POST', '/spaces', { body: { key: 'SECRET', name: 'Secret', access: 'private' } });
    await say('Export the report as PDF for the merger', 'SECRET');
    expect(titles(await like('Export the report as PDF'))).toContain(
      'Export the report as PDF for the merger',
    );
    const grace = acme.callAs(await acme.join('grace@acme.example', 'contributor'));
    const seen = titles(await like('Export the report as PDF', grace));
    expect(seen).not.toContain('Export the report as PDF for the merger');
    expect(seen).toContain('Please let us export reports to PDF');
  });
});
