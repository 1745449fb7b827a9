/** A workspace with people in it, on a test database, with a clock and ids that repeat. */
import { type Json, type JsonObject, textOf } from '@throughline/base';
import type { Database } from '@throughline/db';
import { MODEL, type Model, type Role } from '@throughline/model';
import { SYSTEM, type Actor } from '../access/actor.ts';
import { execute, executeWith, type Request } from '../execute.ts';
import { makeRuntime, type Runtime } from '../runtime.ts';
import { createWorkspace } from '../workspace/create-workspace.ts';

export type TestWorkspace = {
  readonly runtime: Runtime;
  readonly workspace: string;
  readonly admin: Actor;
  /** A space of the key PROD, open to all. */
  readonly space: string;
  readonly addPerson: (name: string, role: Role) => Promise<Actor>;
  /** Runs an operation as the admin, or as somebody else. */
  readonly run: (operation: string, request?: Partial<Request> & { input?: Json }) => Promise<JsonObject>;
};

export function makeTestIds(start = Date.UTC(2026, 0, 1)): Runtime['ids'] {
  let tick = 0;
  return {
    now: () => start + tick++ * 1000,
    randomBytes: (length) => Uint8Array.from({ length }, (_, index) => (tick++ * 31 + index * 7) % 256),
  };
}

export async function buildWorkspace(database: Database, model: Model = MODEL): Promise<TestWorkspace> {
  const runtime = makeRuntime({
    database,
    model,
    ids: { now: makeTestIds().now, randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)) },
  });
  const email = `ada-${Math.random().toString(36).slice(2)}@example.com`;
  const { workspace, person } = await createWorkspace(runtime, {
    name: 'Acme',
    admin: { name: 'Ada', email, account: email },
  });
  const admin: Actor = { kind: 'person', person };
  const run: TestWorkspace['run'] = async (operation, request = {}) =>
    (await execute(runtime, { workspace, actor: admin, source: 'api', operation, ...request })).result;
  const space = await run('space.create', { input: { key: 'PROD', name: 'Product', access: 'open' } });
  const addPerson = async (name: string, role: Role): Promise<Actor> => {
    const { result } = await executeWith(
      runtime,
      { workspace, actor: SYSTEM, source: 'system' },
      async (work) => {
        const address = `${name.toLowerCase()}-${Math.random().toString(36).slice(2)}@example.com`;
        const [added] = await work.insert(work.entity('person'), [{ values: { name, email: address } }]);
        await work.insert(work.entity('membership'), [{ values: { person: added?.id ?? '', role } }]);
        return { id: added?.id ?? '' };
      },
    );
    return { kind: 'person', person: textOf(result['id']) };
  };
  return { runtime, workspace, admin, space: textOf(space['id']), addPerson, run };
}
