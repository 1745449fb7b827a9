/** What only commands on this machine may ask: first setup, verify, backup. */
import { resolve } from 'node:path';
import { Refusal } from '@throughline/contract';
import {
  createWorkspace,
  execute,
  isInstallationEmpty,
  listWorkspaces,
  makeSample,
  verifyWorkspace,
  type Actor,
} from '@throughline/operations';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { writeBackup } from '../backup/write-backup.ts';
import { parseBody } from './parse-body.ts';
import type { Services } from './services.ts';

const setup = z.object({
  name: z.string().trim().min(1).max(200).optional(),
  email: z.email().max(320),
  password: z.string().min(10).max(128),
  workspace: z.string().trim().min(1).max(200),
  sample: z.boolean().default(false),
  space: z.object({ key: z.string(), name: z.string() }).default({ key: 'PROD', name: 'Product' }),
});

export function addLocalRoutes(app: FastifyInstance, services: Services): void {
  const { runtime, local } = services;
  const mustBeLocal = async (request: FastifyRequest): Promise<void> => {
    if (!local.isLocal(request.headers.authorization)) throw new Refusal('not_found');
  };
  const options = { schema: { hide: true }, preHandler: mustBeLocal };

  app.post('/api/local/setup', options, async (request) => {
    const given = parseBody(setup, request.body);
    if (!(await isInstallationEmpty(runtime.database))) {
      throw new Refusal('not_possible', {
        message: 'There is a workspace here already.',
        fix: 'Use another --data directory, or sign in.',
      });
    }
    const name = given.name ?? given.email.split('@')[0] ?? given.email;
    const { user } = await services.auth.api.signUpEmail({
      body: { name, email: given.email.toLowerCase(), password: given.password },
    });
    const { workspace, person } = await createWorkspace(runtime, {
      name: given.workspace,
      admin: { name, email: given.email, account: user.id },
      source: 'cli',
    });
    const actor: Actor = { kind: 'person', person };
    const run = (operation: string, input: Record<string, string>) =>
      execute(runtime, { workspace, actor, source: 'cli', operation, input });
    const space = await run('space.create', given.space);
    if (given.sample) await makeSample(runtime, { workspace, until: runtime.ids.now() });
    const token = await run('token.create', { name: 'Command line' });
    return {
      url: services.url,
      token: token.result['secret'],
      workspace,
      person,
      space: given.space.key.toUpperCase(),
      spaceId: space.result['id'],
    };
  });

  app.post('/api/local/verify', options, async () => {
    const workspaces = [];
    for (const workspace of await listWorkspaces(runtime.database)) {
      workspaces.push(await verifyWorkspace(runtime.database, runtime.model, workspace));
    }
    return { ok: workspaces.every(({ found }) => found === 0), workspaces };
  });

  app.post<{ Body: { file?: unknown } | null }>('/api/local/backup', options, async (request) => {
    const file = request.body?.file;
    if (typeof file !== 'string') throw new Refusal('invalid_input', { message: 'Expected {"file": path}.' });
    return writeBackup(runtime.database, { file: resolve(file), blobs: services.blobs });
  });
}
