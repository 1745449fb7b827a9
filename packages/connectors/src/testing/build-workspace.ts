/** A workspace to import into, and files made of text. */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { JsonObject } from '@throughline/base';
import type { Database } from '@throughline/db';
import { MODEL, type Role } from '@throughline/model';
import {
  createWorkspace,
  execute,
  executeWith,
  importFile,
  listRecords,
  makeRuntime,
  SYSTEM,
  type Actor,
  type ImportOutcome,
  type ImportRequest,
  type Runtime,
  type SourceFile,
} from '@throughline/operations';
import { guessReader } from '../guess-format.ts';

export type ImportWorkspace = {
  readonly runtime: Runtime;
  readonly workspace: string;
  readonly admin: Actor;
  readonly run: (operation: string, input: JsonObject, actor?: Actor) => Promise<JsonObject>;
  /** Imports with a guessed reader, into the space PROD unless said. */
  readonly load: (
    files: SourceFile | readonly SourceFile[],
    options?: Partial<ImportRequest>,
  ) => Promise<ImportOutcome>;
  readonly count: (entity: string, filter?: string) => Promise<number>;
  readonly all: (entity: string, filter?: string) => Promise<readonly JsonObject[]>;
  readonly addPerson: (name: string, role: Role, email: string) => Promise<Actor>;
};

export async function buildImportWorkspace(database: Database): Promise<ImportWorkspace> {
  const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length));
  const runtime = makeRuntime({ database, model: MODEL, ids: { now: Date.now, randomBytes } });
  const email = `ada-${crypto.randomUUID()}@example.com`;
  const { workspace, person } = await createWorkspace(runtime, {
    name: 'Acme',
    admin: { name: 'Ada', email, account: email },
  });
  const admin: Actor = { kind: 'person', person };
  const run: ImportWorkspace['run'] = async (operation, input, actor = admin) =>
    (await execute(runtime, { workspace, actor, source: 'api', operation, input })).result;
  await run('space.create', { key: 'PROD', name: 'Product', access: 'open' });
  const list = (entity: string, filter?: string) => ({
    workspace,
    actor: admin,
    entity: MODEL.entity(entity),
    ...(filter === undefined ? {} : { filter }),
  });
  return {
    runtime,
    workspace,
    admin,
    run,
    load: async (files, options = {}) => {
      const given = Array.isArray(files) ? (files as readonly SourceFile[]) : [files as SourceFile];
      const reader = options.reader ?? (await guessReader(given));
      return importFile(runtime, {
        workspace,
        actor: admin,
        entity: 'idea',
        space: 'PROD',
        reader,
        files: given,
        ...options,
      });
    },
    count: async (entity, filter) =>
      (await listRecords(runtime, { ...list(entity, filter), limit: 1, withTotal: true })).total ?? 0,
    all: async (entity, filter) => {
      const sort = MODEL.entity(entity).hasKey ? 'key' : MODEL.entity(entity).titleField;
      return (await listRecords(runtime, { ...list(entity, filter), sort, limit: 1000 })).items;
    },
    addPerson: async (name, role, address) => {
      const added = { id: '' };
      await executeWith(runtime, { workspace, actor: SYSTEM, source: 'system' }, async (work) => {
        const [person] = await work.insert(work.entity('person'), [{ values: { name, email: address } }]);
        added.id = person?.id ?? '';
        await work.insert(work.entity('membership'), [{ values: { person: added.id, role } }]);
        return {};
      });
      return { kind: 'person', person: added.id };
    },
  };
}

/** A file that comes in small pieces, so that nothing may rely on whole lines. */
export function makeFile(name: string, content: string | Uint8Array, piece = 1000): SourceFile {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return {
    name,
    size: bytes.length,
    open: (onBytes) =>
      (async function* () {
        for (let at = 0; at < bytes.length; at += piece) {
          const part = bytes.subarray(at, at + piece);
          onBytes(part.length);
          yield part;
        }
      })(),
  };
}

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../../../..');

/** Path into the real data; undefined where it is not on this machine. */
export function dataPath(path: string): string | undefined {
  const root = process.env['THROUGHLINE_DATA'] ?? join(ROOT, '../shared/data');
  const found = join(root, path);
  return existsSync(found) ? found : undefined;
}
