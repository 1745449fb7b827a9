/**
 * The description of the API, as programs read it: a person reviews what changes in it, and it keeps the rules of
 * OpenAPI that generators trip over.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeDatabases } from '@throughline/db/testing';
import { serveDatabase, type Server } from '@throughline/server';
import { afterAll, beforeAll, expect, it } from 'vitest';

type Operation = {
  readonly operationId?: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
  }[];
  readonly responses?: Readonly<Record<string, { readonly description?: string }>>;
  readonly requestBody?: { readonly content?: object };
};
type Description = {
  readonly openapi: string;
  readonly info: { readonly title?: string; readonly version?: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};

describeDatabases('the API description', (test) => {
  let server: Server;
  let directory: string;
  let description: Description;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'throughline-openapi-'));
    server = await serveDatabase(
      { dataDirectory: directory, listen: { host: '127.0.0.1', port: 0 }, isQuiet: true },
      await test.openFresh(),
    );
    description = (await (await fetch(`${server.url}/api/openapi.json`)).json()) as Description;
  });
  afterAll(async () => {
    await server.close();
    await rm(directory, { recursive: true, force: true });
  });

  it('is the one that was reviewed', async () => {
    await expect(`${JSON.stringify(description, null, 1)}\n`).toMatchFileSnapshot(
      '../architecture/golden/openapi.json',
    );
  });

  it('is OpenAPI 3.1: every operation has a name of its own, its parameters and an answer', () => {
    const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
    );
    const names = operations.map(({ operation }) => operation.operationId);
    expect([description.openapi, new Set(names).size, names.includes(undefined)]).toEqual([
      '3.1.0',
      operations.length,
      false,
    ]);
    const wrong = operations.flatMap(({ path, method, operation }) => {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      const declared = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path');
      const isWhole =
        declared.length === inPath.length &&
        declared.every(({ name, required }) => required === true && inPath.includes(name));
      const answers = Object.entries(operation.responses ?? {});
      const isAnswered =
        answers.length > 0 && answers.every(([, answer]) => typeof answer.description === 'string');
      const hasNoBody = method !== 'get' || operation.requestBody === undefined;
      return isWhole && isAnswered && hasNoBody ? [] : [`${method} ${path}`];
    });
    expect(wrong).toEqual([]);
  });
});
