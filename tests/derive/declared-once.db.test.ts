/** An entity and a field type that exist in this file alone get everything that is derived from declarations. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ok } from '@throughline/base';
import { addRecordCommands } from '@throughline/cli/commands';
import { changeNamesOf, permissionMatrix, type Snapshot } from '@throughline/contract';
import { createTableSql } from '@throughline/db';
import { describeDatabases } from '@throughline/db/testing';
import {
  allFieldTypes,
  CONTENT_RULES,
  defineEntity,
  ENTITIES,
  makeModel,
  type FieldType,
} from '@throughline/model';
import { serveDatabase, type Server } from '@throughline/server';
import { Command } from 'commander';
import { afterAll, beforeAll, expect, it } from 'vitest';

/** A temperature, typed as `21 °C`. */
const temperature: FieldType<number> = {
  name: 'temperature',
  kind: 'number',
  custom: true,
  parseConfig: () => ok({}),
  parse: (input) =>
    typeof input === 'number'
      ? ok(input)
      : { ok: false, error: { code: 'no_temperature', message: 'Expected a number of degrees.' } },
  parseText: (text) => ok(Number(text.replace('°C', ''))),
  format: (value) => `${value} °C`,
  toCell: (value) => value,
};

const gadget = defineEntity({
  name: 'gadget',
  plural: 'gadgets',
  label: { one: 'gadget', many: 'gadgets' },
  titleField: 'name',
  scope: 'space',
  fields: {
    name: { name: 'Name', type: 'text', required: true },
    heat: { name: 'Heat', type: 'temperature' },
  },
  rules: CONTENT_RULES,
});

type Page = { readonly items: readonly { readonly id: string; readonly name: string }[] };

const model = makeModel([...ENTITIES, gadget], [...allFieldTypes(), temperature as unknown as FieldType]);

describeDatabases('what is declared once', (test) => {
  let server: Server;
  let directory: string;
  let cookie: string;

  const call = async <T = Record<string, string | number>>(
    method: string,
    path: string,
    body?: object,
  ): Promise<{ status: number; body: T }> => {
    const response = await fetch(`${server.url}/api${path}`, {
      method,
      headers: { cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return { status: response.status, body: (await response.json()) as T };
  };

  beforeAll(async () => {
    const database = await test.openFresh();
    await database.query(createTableSql(model, gadget));
    directory = await mkdtemp(join(tmpdir(), 'throughline-derive-'));
    server = await serveDatabase(
      { dataDirectory: directory, listen: { host: '127.0.0.1', port: 0 }, model, isQuiet: true },
      database,
    );
    const response = await fetch(`${server.url}/api/v1/setup`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        name: 'Ada',
        email: 'ada@example.com',
        password: 'correct horse',
        workspace: 'Acme',
      }),
    });
    cookie = response.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ');
    await call('POST', '/v1/spaces', { key: 'PROD', name: 'Product' });
  });
  afterAll(async () => {
    await server.close();
    await rm(directory, { recursive: true, force: true });
  });

  it('has routes: create, list by expression, read, edit, archive, history', async () => {
    const created = await call('POST', '/v1/gadgets', { space: 'PROD', name: 'Kettle', heat: 90 });
    expect([created.status, created.body['heat']]).toEqual([201, 90]);
    await call('POST', '/v1/gadgets', { space: 'PROD', name: 'Fridge', heat: 5 });
    const list = await call<Page>('GET', `/v1/gadgets?filter=${encodeURIComponent('heat > 20')}&sort=name`);
    expect(list.body.items.map((item) => item.name)).toEqual(['Kettle']);
    const path = `/v1/gadgets/${created.body['id']}`;
    expect((await call('PATCH', path, { heat: 'hot' })).body['message']).toBe(
      'Heat: Expected a number of degrees.',
    );
    await call('PATCH', path, { heat: 95 });
    await call('POST', `${path}/archive`);
    const history = await call<Page>('GET', `${path}/history`);
    expect(history.body.items.map((change) => change.name)).toEqual([
      'gadget.archived',
      'gadget.updated',
      'gadget.created',
    ]);
  });

  it('is in OpenAPI, in the session’s fields, in snapshots', async () => {
    const { body } = await call<{ paths: object }>('GET', '/openapi.json');
    expect(Object.keys(body.paths)).toEqual(
      expect.arrayContaining(
        ['', '/{id}', '/{id}/archive', '/{id}/restore', '/{id}/history', '/bulk'].map(
          (path) => `/api/v1/gadgets${path}`,
        ),
      ),
    );
    const session = await call<{ fields: Record<string, { id: string }[]> }>('GET', '/v1/session');
    expect(session.body.fields['gadget']?.map((field) => field.id)).toContain('heat');
    const snapshot = await call<Snapshot>('GET', '/v1/sync/snapshot?space=PROD');
    expect(snapshot.body.tables.find((table) => table.entity === 'gadget')?.columns['name']).toEqual([
      'Fridge',
    ]);
  });

  it('is a field type for other entities', async () => {
    await call('POST', '/v1/fields', { entity: 'idea', name: 'Oven', type: 'temperature' });
    const idea = await call('POST', '/v1/ideas', { space: 'PROD', title: 'Bake', oven: 220 });
    const list = await call<Page>('GET', `/v1/ideas?filter=${encodeURIComponent('oven >= 200')}`);
    expect(list.body.items.map((item) => item.id)).toEqual([idea.body['id']]);
  });

  it('is in the matrix, the change catalogue and the command line', () => {
    expect(
      permissionMatrix(model).find((row) => row.permission === 'gadget:archive')?.roles['contributor'],
    ).toBe('own');
    expect(changeNamesOf(model)).toContain('gadget.restored');
    const program = new Command();
    addRecordCommands(program, () => async () => undefined, model);
    const commands = program.commands
      .find((each) => each.name() === 'gadget')
      ?.commands.map((each) => each.name());
    expect(commands).toEqual(['list', 'read', 'create', 'update', 'archive', 'restore']);
  });
});
