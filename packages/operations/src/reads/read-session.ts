import { textOf } from '@throughline/base';
import { Refusal, type SessionInfo } from '@throughline/contract';
import { loadRecords, readEpoch, recordTable } from '@throughline/db';
import type { Actor } from '../access/actor.ts';
import { roleOf } from '../access/authorise.ts';
import { seenFields } from '../access/seen-fields.ts';
import type { Runtime } from '../runtime.ts';
import { mustState } from './must-state.ts';

/** Who the actor is, what he may, and the fields there are. */
export async function readSession(
  runtime: Runtime,
  workspace: string,
  actor: Actor,
): Promise<Omit<SessionInfo, 'sendsMail'>> {
  const { model, database } = runtime;
  const state = await mustState(runtime, workspace);
  const id = actor.person ?? '';
  const person = (
    await loadRecords(database, recordTable(model, model.entity('person')), workspace, { ids: [id] })
  ).get(id);
  if (!person) throw new Refusal('unauthenticated');
  const spaces = [...state.spaces.values()].flatMap((space) => {
    const role = roleOf(state, actor, space.id);
    return role === null || space.isArchived
      ? []
      : [{ id: space.id, key: space.key, name: space.name, role }];
  });
  const fields = model.entities.map(({ name }) => {
    const seen = seenFields({ state, actor }, name);
    return [name, seen.filter(({ hidden }) => hidden !== true)] as const;
  });
  return {
    workspace: { id: workspace, name: state.name, zone: state.zone, currency: state.currency },
    person: { id, name: textOf(person.values['name']), email: textOf(person.values['email']) },
    role: roleOf(state, actor, null) ?? 'viewer',
    spaces,
    fields: Object.fromEntries(fields),
    epoch: await readEpoch(database, workspace),
  };
}
