/** A workspace whose spaces follow standards, and parts to make these of. */
import { must, textOf, type Json, type JsonObject } from '@throughline/base';
import type { Database } from '@throughline/db';
import type { Actor } from '../access/actor.ts';
import { listRecords } from '../reads/list-records.ts';
import { mustState } from '../reads/must-state.ts';
import { readRecord } from '../reads/read-record.ts';
import { buildWorkspace } from './test-workspace.ts';

export function options(...names: readonly string[]): Json {
  return names.map((name) => ({ key: name.toLowerCase(), name, category: 'active' }));
}

export function statusPart(freedom: string, ...names: readonly string[]): JsonObject {
  const content = { entity: 'idea', key: 'status', name: 'Status', type: 'select' };
  return {
    id: 'idea.status',
    kind: 'field',
    freedom,
    content: { ...content, config: { options: options(...names) } },
  };
}

export function fieldPart(key: string, type: string, config: JsonObject = {}): JsonObject {
  const content = { entity: 'idea', key, name: key[0]?.toUpperCase() + key.slice(1), type, config };
  return { id: `idea.${key}`, kind: 'field', freedom: 'extend', content };
}

export function viewPart(freedom: string, ...columns: readonly string[]): JsonObject {
  const query = { version: 1, entity: 'idea', order: [], group: [], aggregates: [], columns: [...columns] };
  return {
    id: 'view.ranked',
    kind: 'view',
    freedom,
    content: { name: 'Ranked', entity: 'idea', layout: 'list', query },
  };
}

export function planned(answer: JsonObject): readonly JsonObject[] {
  return (answer['plan'] as { readonly parts: readonly JsonObject[] }).parts;
}

export function recordOf(adoption: JsonObject, part: string): string {
  const parts = adoption['parts'] as readonly JsonObject[];
  return textOf(must(parts.find((each) => each['part'] === part))['record']);
}

export async function buildStandards(database: Database) {
  const acme = await buildWorkspace(database);
  const make = async (entity: string, input: Json, actor?: Actor): Promise<string> =>
    textOf((await acme.run(`${entity}.create`, { input, ...(actor ? { actor } : {}) }))['id']);
  const publish = async (standard: string, parts?: readonly JsonObject[], note = 'New'): Promise<void> => {
    if (parts) await acme.run('standard.update', { id: standard, input: { parts } });
    await acme.run('standard.publish', { id: standard, input: { note } });
  };
  const build = async (...parts: readonly JsonObject[]): Promise<string> => {
    const id = await make('standard', { name: 'Product discovery', parts });
    await publish(id);
    return id;
  };
  const adopt = (standard: string, space = 'PROD', more: JsonObject = {}) =>
    acme.run('adoption.create', { input: { standard, space, ...more } });
  const update = (id: string, input: JsonObject = {}) => acme.run('adoption.update', { id, input });
  const read = (entity: string, id: string) =>
    readRecord(acme.runtime, {
      workspace: acme.workspace,
      actor: acme.admin,
      entity: acme.runtime.model.entity(entity),
      id,
    });
  const all = async (entity: string): Promise<readonly JsonObject[]> => {
    const of = acme.runtime.model.entity(entity);
    const page = await listRecords(acme.runtime, {
      workspace: acme.workspace,
      actor: acme.admin,
      entity: of,
      limit: 1000,
    });
    return page.items;
  };
  const fieldsIn = async (space = acme.space) => {
    const state = await mustState(acme.runtime, acme.workspace);
    return state.fieldsIn('idea', space).filter(({ id }) => state.isOffered(id, space));
  };
  const statusNames = async () =>
    (await fieldsIn()).find(({ id }) => id === 'status')?.config.options?.map(({ name }) => name);
  return { ...acme, make, publish, build, adopt, update, read, all, fieldsIn, statusNames };
}
