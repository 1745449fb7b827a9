import { makeApi } from '@throughline/client';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { makeForgetfulOwner } from './kept-owner.ts';
import { makeSession, type Session } from './session.ts';

const closers: Array<() => void> = [];

afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function serve(answer: RequestListener): Promise<Session> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  closers.push(() => server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const send: typeof fetch = (input, init) =>
    fetch(typeof input === 'string' ? baseUrl + input : input, init);
  return makeSession(makeApi({ baseUrl, fetch }), send, makeForgetfulOwner());
}

function json(response: Parameters<RequestListener>[1], status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

const unauthenticated = { code: 'unauthenticated', message: '', why: '', fix: '', details: {} };

test('an installation without an account asks for the first one', async () => {
  const session = await serve((request, response) =>
    request.url === '/api/v1/setup'
      ? json(response, 200, { isNeeded: true })
      : json(response, 401, unauthenticated),
  );
  expect(await session.read()).toEqual({ state: 'first-run' });
});

test('a wrong password is told as one, and the right one lets in', async () => {
  const info = { workspace: { id: 'workspace_1' }, person: { id: 'person_1' } };
  let isIn = false;
  const session = await serve((request, response) => {
    if (request.url === '/api/v1/session')
      return isIn ? json(response, 200, info) : json(response, 401, unauthenticated);
    if (request.url === '/api/v1/setup') return json(response, 200, { isNeeded: false });
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      isIn = body.includes('correct');
      json(response, isIn ? 200 : 401, {});
    });
    return undefined;
  });
  expect(await session.read()).toEqual({ state: 'signed-out' });
  expect(await session.signIn({ email: 'a@b.example', password: 'wrong' })).toMatchObject({
    message: 'E-mail and password do not match.',
  });
  expect(await session.signIn({ email: 'a@b.example', password: 'correct' })).toBeUndefined();
  expect(await session.read()).toEqual({
    state: 'signed-in',
    owner: { workspace: 'workspace_1', person: 'person_1' },
  });
});

test('a server that does not answer is no wrong password', async () => {
  const session = await serve((request) => request.destroy());
  expect(await session.signIn({ email: 'a@b.example', password: 'x' })).toMatchObject({
    message: 'The server cannot be reached.',
  });
});
