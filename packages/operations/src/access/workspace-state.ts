/**
 * What every request of a workspace needs to know: its settings, spaces, memberships and fields. A function of
 * the log that is kept in memory and read anew after a change to any of them.
 */
import { textOf } from '@throughline/base';
import type { Model, Role, SpaceAccess } from '@throughline/model';
import {
  recordTable,
  selectColumns,
  readRow,
  type Queryable,
  type RecordRow,
  type StoredRecord,
} from '@throughline/db';
import { makeFieldOffers, type FieldOffers } from './field-offers.ts';

export type WorkspaceState = {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
  readonly currency: string;
  readonly spaces: ReadonlyMap<string, SpaceState>;
  /** Space id by key. */
  readonly spaceByKey: ReadonlyMap<string, string>;
  /** Workspace role by person; people without one have left. */
  readonly roles: ReadonlyMap<string, Role>;
  /** `person space` → role. */
  readonly memberships: ReadonlyMap<string, Role>;
} & FieldOffers;

export type SpaceState = {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly access: SpaceAccess;
  readonly isArchived: boolean;
  /** Roadmaps may tell how many of its records a reader does not get to see. */
  readonly tellsHidden: boolean;
  /** Hours in which feedback is to be answered. */
  readonly answerWithin: number | null;
};

/** The entities whose changes make a state stale. */
export const STATE_ENTITIES: ReadonlySet<string> = new Set([
  'workspace',
  'space',
  'membership',
  'field',
  'person',
]);

export async function loadWorkspaceState(
  db: Queryable,
  model: Model,
  workspace: string,
): Promise<WorkspaceState | null> {
  const load = (entity: string) => loadAll(db, model, entity, workspace);
  const [settings] = await load('workspace');
  if (!settings) return null;
  const spaces = (await load('space')).map(readSpace);
  const active = new Set(
    (await load('person')).filter((person) => !person.values['archivedAt']).map(({ id }) => id),
  );
  const memberships = (await load('membership')).filter((each) => active.has(textOf(each.values['person'])));
  const custom = (await load('field')).filter((each) => !each.values['archivedAt']);
  return {
    id: workspace,
    name: textOf(settings.values['name']),
    zone: textOf(settings.values['zone'] ?? 'UTC'),
    currency: textOf(settings.values['currency'] ?? 'EUR'),
    spaces: new Map(spaces.map((space) => [space.id, space])),
    spaceByKey: new Map(spaces.map((space) => [space.key, space.id])),
    roles: new Map(
      memberships
        .filter(({ values }) => !values['in'])
        .map(({ values }) => [textOf(values['person']), values['role'] as Role]),
    ),
    memberships: new Map(
      memberships
        .filter(({ values }) => values['in'])
        .map(({ values }) => [`${textOf(values['person'])} ${textOf(values['in'])}`, values['role'] as Role]),
    ),
    ...makeFieldOffers(model.entities, custom),
  };
}

async function loadAll(
  db: Queryable,
  model: Model,
  entity: string,
  workspace: string,
): Promise<StoredRecord[]> {
  const table = recordTable(model, model.entity(entity));
  const { rows } = await db.query<RecordRow>(
    `select ${selectColumns(table)} from ${table.name} t where t.workspace_id = $1 order by t.id`,
    [workspace],
  );
  return rows.map((row) => readRow(table, row));
}

function readSpace({ id, values }: StoredRecord): SpaceState {
  return {
    id,
    key: textOf(values['key']),
    name: textOf(values['name']),
    access: values['access'] as SpaceAccess,
    isArchived: values['archivedAt'] !== undefined,
    tellsHidden: values['tellsHidden'] === true,
    answerWithin: typeof values['answerWithin'] === 'number' ? values['answerWithin'] : null,
  };
}
