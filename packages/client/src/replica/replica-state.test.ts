import type { Json, JsonObject } from '@throughline/base';
import type { SyncEvent } from '@throughline/contract';
import { MODEL } from '@throughline/model';
import { expect, it, vi } from 'vitest';
import { UnreachableError, type Api } from '../api.ts';
import { makeReplicaState, type ReplicaState } from './replica-state.ts';
import { makeMemoryStore } from './replica-store.ts';

const ID = `idea_${'0'.repeat(26)}`;

/** A restored record: the change names what is not here. */
function restored(seq: number): SyncEvent {
  const change = { entity: 'idea', id: ID, space: 'space_1', name: 'idea.restored', actor: null };
  const values = { before: { archivedAt: 'then' }, after: { archivedAt: null } };
  const act = { cause: 'act_1', recordedAt: '2026-01-01T00:00:00.000Z' };
  return { seq, changes: [{ seq, ...change, ...values, ...act }], derived: [] };
}

function makeState(answer: () => Promise<JsonObject>): ReplicaState {
  const api: Api = {
    call: async () => ({ body: await answer(), seq: 0, cause: null }),
    open: async () => new Response(),
  };
  const ignore = (): void => undefined;
  const told = { onRecords: ignore, onStatus: ignore, onSession: ignore };
  const queue = { onRejected: ignore, onReach: ignore, onSignedOut: ignore };
  return makeReplicaState({ api, model: MODEL, store: makeMemoryStore(), ...told, ...queue });
}

const titleIn = (state: ReplicaState): Json | undefined => state.tables.get('idea', ID)?.['title'];

it('asks again for a record that came back while the server could not be reached', async () => {
  const answers = [Promise.reject(new UnreachableError('gone')), Promise.resolve({ title: 'Back' })];
  const state = makeState(async () => answers.shift() ?? {});
  state.takeEvent(restored(5));
  await vi.waitFor(() => expect(answers).toHaveLength(1), { timeout: 50_000 });
  await new Promise((resolve) => setTimeout(resolve));
  state.takeEvent({ seq: 6, changes: [], derived: [] });
  await vi.waitFor(() => expect(titleIn(state)).toBe('Back'), { timeout: 50_000 });
});

it('shows what was answered to the newest asking, whichever answer comes first', async () => {
  const waiting: ((body: JsonObject) => void)[] = [];
  const state = makeState(() => new Promise((resolve) => waiting.push(resolve)));
  state.takeEvent(restored(5));
  state.takeEvent(restored(6));
  await vi.waitFor(() => expect(waiting).toHaveLength(2), { timeout: 50_000 });
  waiting[1]?.({ title: 'New' });
  await vi.waitFor(() => expect(titleIn(state)).toBe('New'), { timeout: 50_000 });
  waiting[0]?.({ title: 'Old' });
  await new Promise((resolve) => setTimeout(resolve));
  expect(titleIn(state)).toBe('New');
});
