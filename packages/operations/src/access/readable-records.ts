import { loadRecords, recordTable, type Queryable, type StoredRecord } from '@throughline/db';
import type { Entity, Model } from '@throughline/model';
import type { Actor } from './actor.ts';
import { isAllowed, subjectOf } from './authorise.ts';
import { findAudiences, type Owner } from './find-audience.ts';
import type { WorkspaceState } from './workspace-state.ts';

export type Reading = {
  readonly db: Queryable;
  readonly model: Model;
  readonly state: WorkspaceState;
  readonly actor: Actor;
};

/** The records with these ids that the actor may read: what hangs on one that is not for him is not, either. */
export async function readableRecords(
  { db, model, state, actor }: Reading,
  entity: Entity,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredRecord>> {
  const found = await loadRecords(db, recordTable(model, entity), state.id, { ids });
  const mayRead = ({ entity: of, record }: Owner): boolean =>
    isAllowed(state, actor, { entity: of, verb: 'read', subject: subjectOf(of, record) });
  const readable = [...found.values()].filter((record) => mayRead({ entity, record }));
  const audiences = await findAudiences(db, { model, workspace: state.id }, { entity, records: readable });
  const shown = readable.filter(({ id }) => {
    const audience = audiences.get(id);
    return audience === undefined || mayRead(audience);
  });
  return new Map(shown.map((record) => [record.id, record]));
}
