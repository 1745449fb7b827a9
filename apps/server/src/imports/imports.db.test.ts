import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { must } from '@throughline/base';
import { describeDatabases } from '@throughline/db/testing';
import { openFiles, READERS } from '@throughline/connectors';
import { readJob, startImport, type SourceReader } from '@throughline/operations';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { makeImportJobs } from './import-jobs.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

type Job = {
  readonly id: string;
  readonly state: string;
  readonly position: number;
  readonly report: Readonly<Record<string, unknown>>;
};

describeDatabases('imports over HTTP', (test) => {
  let acme: TestServer;
  beforeAll(async () => {
    acme = await startTestServer(await test.openFresh());
  });
  afterAll(() => acme.close());

  const text =
    'Ticket ID,Subject,Message,Email\n1,Slow,"It is\nslow",ann@x.example\n2,Loud,Too loud,bob@y.example\n';
  const ended = async (id: string): Promise<Job> =>
    vi.waitFor(
      async () => {
        const { body } = await acme.call<Job>('GET', `/imports/${id}`);
        if (body.state === 'waiting' || body.state === 'running') throw new Error('Still running');
        return body;
      },
      { timeout: 50_000, interval: 20 },
    );

  it('show what a file holds before it is read', async () => {
    const { status, body } = await acme.call<{
      format: string;
      columns: { column: string; target: string }[];
      rows: object[];
    }>('POST', '/imports/preview?entity=feedback&space=PROD&name=tickets.csv', { body: Buffer.from(text) });
    expect([status, body.format, body.columns.map(({ column, target }) => [column, target])]).toEqual([
      200,
      'csv',
      [
        ['Ticket ID', 'externalId'],
        ['Subject', 'title'],
        ['Message', 'body'],
        ['Email', 'contact.email'],
      ],
    ]);
    expect(body.rows[0]).toMatchObject({ title: 'Slow', body: 'It is\nslow', contact: 'ann@x.example' });
  });

  it('begin one job however often they are asked for with one key', async () => {
    const ask = () =>
      acme.call('POST', '/imports?entity=idea&space=PROD&name=once.csv', {
        body: Buffer.from('id,title\nonce,Once\n'),
        headers: { 'idempotency-key': 'import-once' },
      });
    const [first, second] = [await ask(), await ask()];
    expect([second.body['id'], first.headers.get('x-repeat'), second.headers.get('x-repeat')]).toEqual([
      first.body['id'],
      '0',
      '1',
    ]);
    expect((await ended(first.body['id'] ?? '')).report).toMatchObject({ created: 1 });
  });

  it('read a body or a form in the background, and know it the second time', async () => {
    const begun = await acme.call('POST', '/imports?entity=feedback&space=PROD&name=tickets.csv.gz', {
      body: gzipSync(text),
    });
    expect(begun.status).toBe(202);
    const done = await ended(begun.body['id'] ?? '');
    expect([done.state, done.position, done.report['created']]).toEqual(['done', 2, 2]);
    const fields = { entity: 'feedback', space: 'PROD', map: JSON.stringify({ Email: 'contact.email' }) };
    const parts = Object.entries(fields).map(
      ([name, value]) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    const file = `--x\r\nContent-Disposition: form-data; name="file"; filename="tickets.csv"\r\n\r\n${text}\r\n--x--\r\n`;
    const form = await acme.call('POST', '/imports', {
      body: Buffer.from(parts.join('') + file),
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    });
    expect([form.status, (await ended(form.body['id'] ?? '')).report['unchanged']]).toEqual([202, 2]);
  });

  it('take columns and options with names that every object has', async () => {
    const odd = 'title,constructor,__proto__,status\nOne,a,b,toString\nTwo,c,d,valueOf\n';
    const { status, body } = await acme.call<Record<string, unknown>>(
      'POST',
      '/imports?entity=feedback&space=PROD&dryRun=true&from=csv&name=odd.csv',
      { body: Buffer.from(odd) },
    );
    expect([status, body['created'], body['dropped']]).toEqual([200, 2, []]);
  });

  it('report a dry run at once', async () => {
    const { status, body } = await acme.call<Record<string, unknown>>(
      'POST',
      '/imports?entity=idea&space=PROD&dryRun=true&from=csv',
      { body: Buffer.from('title,due\nOne,2024-02-30\nTwo,2024-03-01\nThree,2024-03-02\n') },
    );
    expect([status, body['created'], body['id']]).toEqual([200, 3, null]);
  });

  it('refuse what cannot be read, and who may not', async () => {
    const viewer = acme.callAs(await acme.join('vic@example.com', 'viewer'));
    const file = { body: Buffer.from(text) };
    expect((await viewer('POST', '/imports?entity=idea&space=PROD', file)).status).toBe(403);
    expect((await acme.callAs({})('POST', '/imports?entity=idea&space=PROD', file)).status).toBe(401);
    expect((await acme.call('POST', '/imports?entity=idea&space=NOPE', file)).status).toBe(404);
    expect((await acme.call('POST', '/imports?entity=idea&space=PROD&from=xls', file)).status).toBe(400);
    expect((await acme.call('POST', '/imports?entity=person&space=PROD', file)).status).toBe(400);
    expect(
      (await acme.call('POST', '/imports?entity=idea&space=PROD&map={"Subject":"nope"}', file)).status,
    ).toBe(422);
  });

  it('is taken back by one undo, which leaves the job', async () => {
    const before = await acme.call<{ total: number }>('GET', '/feedback?total=true');
    const begun = await acme.call('POST', '/imports?entity=feedback&space=PROD&name=more.csv', {
      body: Buffer.from('title\nOne more\nAnd another\n'),
    });
    const id = begun.body['id'] ?? '';
    expect((await ended(id)).report['created']).toBe(2);
    const undone = await acme.call('POST', '/undo', { body: { cause: `act_${id.split('_')[1]}` } });
    const after = await acme.call<{ total: number }>('GET', '/feedback?total=true');
    expect([undone.status, undone.body['undone'], after.body.total]).toEqual([200, 2, before.body.total]);
    expect((await ended(id)).state).toBe('done');
  });

  it('export lists and views as files that come back as the same records', async () => {
    const refused = await acme.call('GET', '/feedback/export?filter=nonsense(');
    expect(refused.status).toBe(422);
    const csv = await acme.call<string>('GET', '/feedback/export?format=csv&space=PROD');
    expect([csv.status, csv.headers.get('content-type'), csv.body.split('\n')[0]?.slice(0, 18)]).toEqual([
      200,
      'text/csv; charset=utf-8',
      'id,key,title,body,',
    ]);
    const begun = await acme.call('POST', '/imports?entity=feedback&space=PROD&name=feedback.csv', {
      body: Buffer.from(csv.body),
    });
    const again = await ended(begun.body['id'] ?? '');
    expect([again.report['unchanged'], again.report['updated'], again.report['created']]).toEqual([2, 0, 0]);
    const view = await acme.call('POST', '/views', {
      body: { name: 'All', entity: 'feedback', space: 'PROD' },
    });
    const json = await acme.call<object[]>('GET', `/feedback/export?format=json&view=${view.body['id']}`);
    expect(json.body.length).toBe(2);
  });
});

describeDatabases('an import that a stopped server left', (test) => {
  it('goes on at the next start', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'throughline-import-'));
    const acme = await startTestServer(await test.openFresh());
    const { runtime } = acme.server;
    const { rows } = await runtime.database.query<{ workspace_id: string; id: string }>(
      'select workspace_id, id from person',
    );
    const { workspace_id: workspace, id: person } = must(rows[0]);
    const upload = join(directory, 'upload');
    await mkdir(upload);
    const lines = Array.from({ length: 5000 }, (_, index) => `${index},Idea ${index}`).join('\n');
    await writeFile(join(upload, '1-many.csv'), `id,title\n${lines}\n`);
    const reader = READERS.get('csv') as SourceReader;
    const actor = { kind: 'person', person } as const;
    const request = {
      workspace,
      actor,
      entity: 'idea',
      space: 'PROD',
      reader,
      files: await openFiles([upload]),
    };
    const { id } = await startImport(runtime, request);
    const jobs = () => makeImportJobs(runtime, { directory, onError: (error) => console.error(error) });
    const position = async () =>
      Number((await readJob(runtime, { workspace, actor, job: id })).values['position']);

    const first = jobs();
    await first.run(id, request, upload);
    await vi.waitFor(async () => expect(await position()).toBeGreaterThan(0), {
      timeout: 50_000,
      interval: 1,
    });
    await first.close();
    const stoppedAt = await position();
    const second = jobs();
    await second.resume();
    await vi.waitFor(
      async () =>
        expect((await readJob(runtime, { workspace, actor, job: id })).values['state']).toBe('done'),
      { timeout: 50_000, interval: 20 },
    );
    await second.close();
    const made = await runtime.database.query<{ count: number }>('select count(*)::int as count from idea');
    expect([stoppedAt < 5000, made.rows[0]?.count, await readdir(directory)]).toEqual([true, 5000, []]);
    await acme.close();
    await rm(directory, { recursive: true, force: true });
  });
});
