/** A workspace for tests: a replica with records of its own and no server. */
import { makeApi, makeMemoryStore, openReplica, type ReplicaStore } from '@throughline/client';
import type { SessionInfo } from '@throughline/contract';
import { MODEL, type Values } from '@throughline/model';
import { makeWorkspaceData, type WorkspaceData } from '../data/workspace-data.ts';

export const SPACE = `space_${'0'.repeat(26)}`;
export const ME = `person_${'0'.repeat(26)}`;

const session: SessionInfo = {
  epoch: 'test',
  sendsMail: true,
  workspace: { id: `workspace_${'0'.repeat(26)}`, name: 'Acme', zone: 'UTC', currency: 'EUR' },
  person: { id: ME, name: 'Ada', email: 'ada@example.com' },
  role: 'admin',
  spaces: [{ id: SPACE, key: 'PROD', name: 'Product', role: 'admin' }],
  fields: Object.fromEntries(MODEL.entities.map(({ name, fields }) => [name, fields])),
};

export function ideaId(number: number): string {
  return `idea_${String(number).padStart(26, '0')}`;
}

/** Ideas by number, each with its values; they stand in the order given. */
export async function buildOfflineWorkspace(ideas: readonly Values[]): Promise<WorkspaceData> {
  const store = makeMemoryStore();
  await fill(store, ideas);
  const api = makeApi({
    baseUrl: 'http://offline.invalid',
    fetch: () => Promise.reject(new TypeError('offline')),
  });
  let last = 0;
  const ids = {
    now: () => Date.UTC(2026, 10, 23),
    randomBytes: (length: number) => {
      const bytes = new Uint8Array(length);
      new DataView(bytes.buffer).setUint32(length - 4, (last += 1));
      return bytes;
    },
  };
  return makeWorkspaceData(await openReplica({ api, model: MODEL, store, ids }));
}

async function fill(store: ReplicaStore, ideas: readonly Values[]): Promise<void> {
  const records = ideas.map((values, index) => ({
    rank: `n${String.fromCodePoint(97 + index)}n`,
    key: `PROD-${index + 1}`,
    space: SPACE,
    ...values,
  }));
  const fields = [...new Set(records.flatMap((values) => Object.keys(values)))];
  const columns = Object.fromEntries(
    fields.map((field) => [field, records.map((values: Values) => values[field] ?? null)]),
  );
  const table = { entity: 'idea', ids: ideas.map((_, index) => ideaId(index + 1)), columns };
  await store.saveSession(session);
  await store.saveSnapshot({ seq: 1, space: null, tables: [] });
  await store.saveSnapshot({ seq: 1, space: SPACE, tables: [table] });
}
