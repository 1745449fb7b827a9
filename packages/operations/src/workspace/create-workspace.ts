import { makeId, must, type JsonObject } from '@throughline/base';
import { appendChanges, createLog } from '@throughline/db';
import { sealPersonal } from '../erasure/seal-personal.ts';
import type { Change, ChangeSource } from '@throughline/model';
import { SYSTEM } from '../access/actor.ts';
import { makeSecret } from '../access/secret.ts';
import { makeFieldOffers } from '../access/field-offers.ts';
import type { WorkspaceState } from '../access/workspace-state.ts';
import type { Runtime } from '../runtime.ts';
import { makeWork } from '../work.ts';

export type NewWorkspace = {
  readonly name: string;
  readonly zone?: string;
  readonly currency?: string;
  readonly admin: { readonly name: string; readonly email: string; readonly account: string };
  readonly source?: ChangeSource;
  /** ISO 8601; the runtime's clock when left out. */
  readonly now?: string;
};

/** A workspace with its first admin. The one operation that has no workspace to run in yet. */
export async function createWorkspace(
  runtime: Runtime,
  given: NewWorkspace,
): Promise<{ workspace: string; person: string }> {
  const { model, ids, database } = runtime;
  const workspace = makeId('workspace', ids);
  const { name, zone = 'UTC', currency = 'EUR', admin, source = 'user' } = given;
  const state: WorkspaceState = {
    id: workspace,
    name,
    zone,
    currency,
    spaces: new Map(),
    spaceByKey: new Map(),
    roles: new Map(),
    memberships: new Map(),
    ...makeFieldOffers(model.entities, []),
  };
  const { person, changes } = await database.transaction(async (tx) => {
    await createLog(tx, workspace);
    const work = makeWork({
      tx,
      model,
      state,
      actor: SYSTEM,
      source,
      cause: makeId('act', ids),
      depth: 0,
      now: given.now ?? new Date(ids.now()).toISOString(),
      newId: (prefix) => makeId(prefix, ids),
      newSecret: (prefix) => makeSecret(prefix, ids),
      tableOf: runtime.tableOf,
      documents: runtime.documents,
    });
    await work.insert(model.entity('workspace'), [{ id: workspace, values: { name, zone, currency } }]);
    const values: JsonObject = { ...admin, email: admin.email.toLowerCase() };
    const [record] = await work.insert(model.entity('person'), [{ values }]);
    const first = must(record).id;
    await work.insert(model.entity('membership'), [{ values: { person: first, role: 'admin' } }]);
    const logged = (await sealPersonal(model, tx, { workspace, changes: work.changes })) ?? work.changes;
    const start = await appendChanges(tx, workspace, logged);
    return {
      person: first,
      changes: work.changes.map((change, index): Change => ({ ...change, seq: start + index })),
    };
  });
  runtime.onCommit(workspace, changes);
  return { workspace, person };
}
