import { describeDatabases } from '@throughline/db/testing';
import { expect, it, vi } from 'vitest';
import { serveDatabase } from './start-server.ts';
import { startTestServer } from './testing/test-server.ts';

describeDatabases('a server', (test) => {
  it('closes voting rounds whose time is over', async () => {
    const database = await test.openFresh();
    const acme = await startTestServer(database);
    const make = async (path: string, body: object) =>
      (await acme.call('POST', path, { body })).body['id'] ?? '';
    await make('/ideas', { space: 'PROD', title: 'Search' });
    const field = await make('/fields', { key: 'bets', name: 'Bets', entity: 'idea', type: 'votes' });
    const round = { space: 'PROD', title: 'Spring', field, closesAt: '2026-01-01T00:00:00Z' };
    const id = await make('/rounds', round);
    const other = await serveDatabase(
      { dataDirectory: acme.directory, listen: null, isQuiet: true },
      { ...database, close: async () => undefined },
    );
    await vi.waitFor(
      async () => {
        const { body } = await acme.call('GET', `/rounds/${id}`);
        expect(body['closedAt']).toBeDefined();
      },
      { timeout: 50_000 },
    );
    await other.close();
    await acme.close();
  });
});
