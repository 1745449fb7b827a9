import { request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { describeDatabases } from '@throughline/db/testing';
import { expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { startTestServer } from './testing/test-server.ts';

describeDatabases('a server that stops', (test) => {
  it('answers what is under way, ends streams, and leaves no socket waiting', async () => {
    const acme = await startTestServer(await test.openFresh());
    const made = (await acme.call('POST', '/tokens', { body: { name: 'CI' } })).body;
    const headers = { authorization: `Bearer ${made['secret']}` };
    const stream = await fetch(`${acme.url}/api/v1/sync/changes?since=0`, { headers });
    const socket = new WebSocket(`${acme.url.replace('http', 'ws')}/api/v1/collaboration`, { headers });
    await new Promise((done) => socket.once('open', done));
    const closed = new Promise<number>((done) => socket.once('close', done));
    const idea = (await acme.call('POST', '/ideas', { body: { space: 'PROD', title: 'Last' } })).body;
    const upload = request(`${acme.url}/api/v1/attachments/upload?record=${idea['id']}&name=half.bin`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/octet-stream' },
    });
    const status = new Promise((done, fail) => {
      upload.once('response', (response) => done(response.statusCode)).once('error', fail);
    });
    await new Promise((done) => upload.write('first half', done));
    await setTimeout(100);
    const stopped = acme.close();
    await vi.waitFor(() => expect(acme.server.app.server.listening).toBe(false), { timeout: 50_000 });
    upload.end('second half');
    expect(await status).toBe(201);
    expect(await closed).toBe(1001);
    await stream.text();
    await stopped;
  });

  it('holds nothing for readers who left before their stream began', async () => {
    const acme = await startTestServer(await test.openFresh());
    const made = (await acme.call('POST', '/tokens', { body: { name: 'CI' } })).body;
    const { port, hostname } = new URL(acme.url);
    const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
    const { database } = acme.server.runtime;
    const keepBusy = () =>
      Promise.all(Array.from({ length: 60 }, () => database.query('select pg_sleep(0.02)')));
    await keepBusy();
    const before = timers();
    const head = `GET /api/v1/sync/changes?since=0 HTTP/1.1\r\nhost: ${hostname}\r\nauthorization: Bearer ${made['secret']}\r\n\r\n`;
    const leave = async () => {
      const socket = connect(Number(port), hostname);
      await new Promise((done) => socket.write(head, done));
      socket.destroy();
    };
    // They are let in when the database has time again.
    const busy = keepBusy();
    await Promise.all(Array.from({ length: 40 }, leave));
    await busy;
    await acme.call('GET', '/ideas');
    await vi.waitFor(() => expect(timers()).toBeLessThan(before + 10), { timeout: 50_000 });
    await acme.close();
  });
});
