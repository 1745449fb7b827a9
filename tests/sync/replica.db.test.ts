import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  makeApi,
  makeMemoryStore,
  openReplica,
  type Api,
  type Rejection,
  type Replica,
} from '@throughline/client';
import { must, textOf } from '@throughline/base';
import { describeDatabases } from '@throughline/db/testing';
import { MODEL } from '@throughline/model';
import { serveDatabase, type Server } from '@throughline/server';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';

const ids = { now: Date.now, randomBytes: (length: number) => new Uint8Array(randomBytes(length)) };
const options = { timeout: 50_000, interval: 10 };

describeDatabases('a replica', (test) => {
  let server: Server;
  let directory: string;
  let token: string;
  let isCut = false;
  const open: Replica[] = [];

  const makeTestApi = (): Api =>
    makeApi({
      baseUrl: server.url,
      token,
      // As browsers ask, so that packed snapshots are read.
      headers: { 'accept-encoding': 'br' },
      fetch: (input, init) => (isCut ? Promise.reject(new TypeError('fetch failed')) : fetch(input, init)),
    });
  const openTestReplica = async (store = makeMemoryStore()): Promise<Replica> => {
    const replica = await openReplica({ api: makeTestApi(), model: MODEL, store, ids });
    open.push(replica);
    return replica;
  };
  const createIdea = (replica: Replica, title: string): string => {
    const id = replica.newId('idea');
    const space = replica.session().spaces[0]?.id ?? '';
    replica.write([{ entity: 'idea', verb: 'create', id, values: { title, space } }]);
    return id;
  };

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'throughline-replica-'));
    server = await serveDatabase(
      { dataDirectory: directory, listen: { host: '127.0.0.1', port: 0 }, isQuiet: true },
      await test.openFresh(),
    );
    const post = (path: string, body: object, cookie = '') =>
      fetch(`${server.url}/api/v1${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body: JSON.stringify(body),
      });
    const setup = await post('/setup', {
      name: 'Ada',
      email: 'ada@example.com',
      password: 'correct horse',
      workspace: 'Acme',
    });
    const cookie = setup.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ');
    await post('/spaces', { key: 'PROD', name: 'Product' }, cookie);
    token = ((await (await post('/tokens', { name: 'test' }, cookie)).json()) as { secret: string }).secret;
  });
  afterEach(() => {
    isCut = false;
    for (const replica of open.splice(0)) replica.close();
  });
  afterAll(async () => {
    await server.close();
    await rm(directory, { recursive: true, force: true });
  });

  it('begins anew when the server’s log is another one', async () => {
    const store = makeMemoryStore();
    const before = await openTestReplica(store);
    const id = createIdea(before, 'Never written');
    await vi.waitFor(() => expect(before.status().unsent).toBe(0), options);
    before.close();
    const database = server.runtime.database;
    const [snapshot] = (await store.load()).snapshots.filter(({ space }) => space !== null);
    const space = must(snapshot).space;
    await store.saveSnapshot({
      ...must(snapshot),
      seq: 1_000_000,
      tables: [
        {
          entity: 'idea',
          ids: [id, 'idea_lost'],
          columns: { title: ['Never written', 'Lost'], space: [space, space] },
        },
      ],
    });
    await database.query(`update log_head set epoch = 'restored'`);
    const after = await openTestReplica(store);
    expect(after.get('idea', 'idea_lost')?.['title']).toBe('Lost');
    await vi.waitFor(
      () =>
        expect([after.get('idea', 'idea_lost'), after.get('idea', id)?.['key']]).toEqual([
          undefined,
          'PROD-1',
        ]),
      options,
    );
    await vi.waitFor(() => expect(after.status().connection).toBe('live'), options);
  });

  it('shows a write at once, and a second replica sees it with its key', async () => {
    const [one, two] = [await openTestReplica(), await openTestReplica()];
    const id = createIdea(one, 'Dark mode');
    expect(one.get('idea', id)?.['title']).toBe('Dark mode');
    await vi.waitFor(() => expect(two.get('idea', id)?.['key']).toBe('PROD-2'), options);
    await vi.waitFor(
      () => expect([one.status().unsent, one.get('idea', id)?.['key']]).toEqual([0, 'PROD-2']),
      options,
    );
  });

  it('knows a space that is made while it is open, and still does on the next visit', async () => {
    const store = makeMemoryStore();
    const replica = await openTestReplica(store);
    await vi.waitFor(() => expect(replica.status().connection).toBe('live'), options);
    const { body } = await replica.call('POST', '/spaces', { body: { key: 'LATE', name: 'Came later' } });
    const { id } = body as { readonly id: string };
    const look = (each: Replica) => ({
      loading: each.status().loading,
      name: each.get('space', id)?.['name'],
      isListed: each.session().spaces.some((space) => space.id === id),
    });
    const known = { loading: [], name: 'Came later', isListed: true };
    await vi.waitFor(() => expect(look(replica)).toEqual(known), options);
    replica.close();
    const next = await openTestReplica(store);
    expect(look(next)).toEqual(known);
  });

  it('counts votes and evidence behind an idea as they come', async () => {
    const [one, two] = [await openTestReplica(), await openTestReplica()];
    const id = createIdea(one, 'Export');
    const company = one.newId('company');
    one.write([
      {
        entity: 'company',
        verb: 'create',
        id: company,
        values: { name: 'Initech', revenue: { amount: 1_200_000, currency: 'EUR' } },
      },
      {
        entity: 'insight',
        verb: 'create',
        id: one.newId('insight'),
        values: { idea: id, quote: 'We need it', company },
      },
      {
        entity: 'insight',
        verb: 'create',
        id: one.newId('insight'),
        values: { idea: id, quote: 'Really', company },
      },
      { entity: 'vote', verb: 'create', id: one.newId('vote'), values: { record: id, weight: 3 } },
    ]);
    await vi.waitFor(
      () =>
        expect(two.get('idea', id)).toMatchObject({
          votes: 3,
          insightCount: 2,
          companyCount: 1,
          revenue: 12_000,
        }),
      options,
    );
    two.write([
      {
        entity: 'company',
        verb: 'update',
        id: company,
        values: { revenue: { amount: 500_000, currency: 'EUR' } },
      },
    ]);
    await vi.waitFor(() => expect(one.get('idea', id)?.['revenue']).toBe(5000), options);
  });

  it('has the values of a rollup that is made while it is open, and counts of nothing are 0', async () => {
    const replica = await openTestReplica();
    const idea = createIdea(replica, 'Reckoned');
    await vi.waitFor(() => expect(replica.get('idea', idea)?.['insightCount']).toBe(0), options);
    const api = makeTestApi();
    await api.call('POST', '/insights', { body: { idea, quote: 'Please', impact: 4 } });
    const { body: field } = await api.call('POST', '/fields', {
      body: {
        entity: 'idea',
        key: 'greatest_impact',
        name: 'Greatest impact',
        type: 'rollup',
        config: { path: 'insights.impact', aggregate: 'max' },
      },
    });
    const values = () => [
      replica.get('idea', idea)?.['insightCount'],
      replica.get('idea', idea)?.[textOf(field['id'])],
    ];
    await vi.waitFor(() => expect(values()).toEqual([1, 4]), options);
    await api.call('POST', '/insights', { body: { idea, quote: 'Now', impact: 5 } });
    await vi.waitFor(() => expect(values()).toEqual([2, 5]), options);
  });

  it('opens with a packed snapshot, and has what happened since', async () => {
    const first = await openTestReplica();
    const [kept, gone] = [createIdea(first, 'Packed'), createIdea(first, 'Gone by then')];
    await vi.waitFor(() => expect(first.status().unsent).toBe(0), options);
    const packing = await openTestReplica();
    await vi.waitFor(() => expect(packing.get('idea', kept)).toBeDefined(), options);
    first.write([
      { entity: 'idea', verb: 'update', id: kept, values: { title: 'Packed and changed' } },
      { entity: 'idea', verb: 'archive', id: gone, values: {} },
    ]);
    const late = createIdea(first, 'Late');
    await vi.waitFor(() => expect(first.status().unsent).toBe(0), options);
    const second = await openTestReplica();
    const seen = () => [kept, gone, late].map((id) => second.get('idea', id)?.['title']);
    await vi.waitFor(() => expect(seen()).toEqual(['Packed and changed', undefined, 'Late']), options);
    expect(new Set(second.table('idea').keys())).toEqual(new Set(first.table('idea').keys()));
  });

  it('keeps fifty edits made offline through a restart and applies each once', async () => {
    const store = makeMemoryStore();
    const first = await openTestReplica(store);
    const id = createIdea(first, 'Offline');
    await vi.waitFor(() => expect(first.status().unsent).toBe(0), options);
    isCut = true;
    for (let edit = 1; edit <= 50; edit++) {
      await first.write([{ entity: 'idea', verb: 'update', id, values: { title: `Offline ${edit}` } }]).kept;
    }
    first.close();
    const second = await openTestReplica(store);
    expect([second.get('idea', id)?.['title'], second.status().unsent]).toEqual(['Offline 50', 50]);
    isCut = false;
    second.wake();
    await vi.waitFor(() => expect(second.status().unsent).toBe(0), options);
    const { body } = await second.call('GET', `/ideas/${id}/history`);
    const titles = (body['items'] as { after: { title?: string } }[]).map((change) => change.after.title);
    expect(titles.filter((title) => title !== undefined)).toEqual([
      ...Array.from({ length: 50 }, (_, index) => `Offline ${50 - index}`),
      'Offline',
    ]);
  });

  it('reports an offline edit of a field that somebody else changed, with both values', async () => {
    const [one, two] = [await openTestReplica(), await openTestReplica()];
    const id = createIdea(one, 'Ours');
    await vi.waitFor(() => expect(two.get('idea', id)).toBeDefined(), options);
    await vi.waitFor(() => expect(one.status().unsent).toBe(0), options);
    const rejected: Rejection[] = [];
    two.onRejected((rejection) => rejected.push(rejection));
    isCut = true;
    two.write([{ entity: 'idea', verb: 'update', id, values: { title: 'Theirs' } }]);
    await vi.waitFor(() => expect(two.status().connection).toBe('offline'), options);
    isCut = false;
    await one.call('PATCH', `/ideas/${id}`, { body: { title: 'Ours, better' } });
    two.wake();
    await vi.waitFor(() => expect(rejected).toHaveLength(1), options);
    expect(rejected[0]?.refusal.body.details).toMatchObject({
      fields: { title: { base: 'Ours', yours: 'Theirs', theirs: 'Ours, better' } },
    });
    await vi.waitFor(() => expect(two.get('idea', id)?.['title']).toBe('Ours, better'), options);
  });
});
