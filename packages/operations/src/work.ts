/**
 * The unit of work of one operation: the only thing that writes records, and it notes the change for each. At
 * the end of the transaction the changes join the log.
 */
import { isEqualJson, must, textOf, type Json } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import {
  deleteRecord,
  insertRecords,
  insertWithKey,
  loadRecords,
  updateRecord,
  type NewChange,
  type RecordTable,
  type RecordTarget,
  type StoredRecord,
  type Transaction,
} from '@throughline/db';
import {
  VERBS,
  type ChangeSource,
  type Entity,
  type Field,
  type Model,
  type Values,
  type Verb,
} from '@throughline/model';
import { authorise, isAllowed, placeOf, subjectOf } from './access/authorise.ts';
import type { DocumentFormat } from '@throughline/document';
import { actorId, type Actor } from './access/actor.ts';
import { findAudience } from './access/find-audience.ts';
import type { WorkspaceState } from './access/workspace-state.ts';

export type WorkContext = {
  readonly tx: Transaction;
  readonly model: Model;
  readonly state: WorkspaceState;
  readonly actor: Actor;
  readonly source: ChangeSource;
  readonly cause: string;
  readonly depth: number;
  /** ISO 8601: when it is done. */
  readonly now: string;
  readonly newId: (prefix: string) => string;
  readonly newSecret: (prefix: string) => string;
  readonly tableOf: (entity: Entity) => RecordTable;
  /** How documents are read and written as Markdown. */
  readonly documents: () => DocumentFormat;
};

export type Work = WorkContext & {
  readonly changes: readonly NewChange[];
  readonly entity: (name: string) => Entity;
  readonly fieldsOf: (entity: Entity) => readonly Field[];
  /** The record, or a refusal when it does not exist or may not be read. `lock` for what will be written. */
  readonly read: (entity: Entity, id: string, options?: { lock?: boolean }) => Promise<StoredRecord>;
  /** Without asking for rights; undefined when it does not exist. */
  readonly find: (
    entity: Entity,
    id: string,
    options?: { lock?: boolean },
  ) => Promise<StoredRecord | undefined>;
  readonly allow: (entity: Entity, verb: Verb, record: StoredRecord) => void;
  readonly may: (entity: Entity, verb: Verb, record: StoredRecord) => boolean;
  readonly insert: (entity: Entity, records: readonly NewRecord[]) => Promise<readonly StoredRecord[]>;
  /** Writes what differs and answers the new record; a patch that changes nothing leaves no change. */
  readonly update: (entity: Entity, record: StoredRecord, patch: Patch) => Promise<StoredRecord>;
  readonly remove: (entity: Entity, record: StoredRecord) => Promise<void>;
  /** The same work, going on in what it has made of the workspace: with fields of its own, say. */
  readonly inState: (state: WorkspaceState) => Work;
  /** The same transaction; its changes are an act of their own. */
  readonly apart: () => Work;
};

export type NewRecord = {
  readonly id?: string;
  readonly values: Values;
  /** When it happened where it came from. */
  readonly occurredAt?: string;
};

export type Patch = { readonly values: Values; readonly verb?: Verb; readonly occurredAt?: string };

export function makeWork(context: WorkContext, changes: NewChange[] = []): Work {
  const { tx, model, state, actor, now, tableOf } = context;
  const author = actorId(actor);
  const fieldsOf = (entity: Entity): readonly Field[] => state.fieldsOf(entity.name);
  const target = (entity: Entity): RecordTarget => ({
    model,
    table: tableOf(entity),
    workspace: state.id,
    fields: fieldsOf(entity),
  });
  const question = (entity: Entity, verb: Verb, record: StoredRecord) => ({
    entity,
    verb,
    subject: subjectOf(entity, record),
  });

  const note = (entity: Entity, verb: Verb, { id, before, after, space, occurredAt }: Noted): void => {
    changes.push({
      entity: entity.name,
      id,
      space,
      name: `${entity.name}.${VERBS[verb].past}`,
      version: 1,
      before: withoutHidden(entity, before),
      after: withoutHidden(entity, after),
      ...(entity.hasSecretAuthors
        ? { actorKind: 'anonymous', actor: null, cause: context.newId('act') }
        : { actorKind: actor.kind, actor: actorId(actor), cause: context.cause }),
      source: context.source,
      depth: context.depth,
      occurredAt: occurredAt ?? now,
      recordedAt: now,
    });
  };

  /** A single record of an entity with keys takes the next key of its space as it is written. */
  const insertKeyed = async (
    entity: Entity,
    records: readonly StoredRecord[],
  ): Promise<readonly StoredRecord[]> => {
    const [record] = records;
    const space = state.spaces.get(textOf(record?.values['space']));
    const isUnnamed = entity.hasKey && records.length === 1 && record?.values['key'] === undefined;
    if (!isUnnamed || !record || !space) {
      await insertRecords(tx, target(entity), records);
      return records;
    }
    const key = await insertWithKey(tx, target(entity), { record, space: space.id, prefix: space.key });
    return [{ id: record.id, values: { key, ...record.values } }];
  };

  const find: Work['find'] = async (entity, id, { lock = false } = {}) =>
    (await loadRecords(tx, tableOf(entity), state.id, { ids: [id], lock })).get(id);

  return {
    ...context,
    changes,
    inState: (next) => makeWork({ ...context, state: next }, changes),
    apart: () => makeWork({ ...context, cause: context.newId('act') }, changes),
    entity: model.entity,
    fieldsOf,
    find,
    read: async (entity, id, options) => {
      const record = await find(entity, id, options);
      if (!record) throw new Refusal('not_found', { message: `There is no ${entity.label.one} ${id}.` });
      authorise(state, actor, question(entity, 'read', record));
      const owner = await findAudience(tx, { model, workspace: state.id }, { entity, record });
      if (owner) authorise(state, actor, question(owner.entity, 'read', owner.record));
      return record;
    },
    allow: (entity, verb, record) => authorise(state, actor, question(entity, verb, record)),
    may: (entity, verb, record) => isAllowed(state, actor, question(entity, verb, record)),
    insert: async (entity, records) => {
      const stored = records.map((record) => {
        const at = record.occurredAt ?? now;
        const times = {
          createdAt: at,
          updatedAt: at,
          ...(author === null || entity.hasSecretAuthors ? {} : { createdBy: author }),
        };
        return {
          id: record.id ?? context.newId(entity.prefix),
          values: compact({ ...times, ...record.values }),
        };
      });
      const inserted = await insertKeyed(entity, stored);
      for (const [index, { id, values }] of inserted.entries()) {
        const { occurredAt } = must(records[index]);
        note(entity, 'create', {
          id,
          before: null,
          after: values,
          space: placeOf(entity, id, values),
          ...(occurredAt ? { occurredAt } : {}),
        });
      }
      return inserted;
    },
    update: async (entity, record, { values, verb = 'update', occurredAt }) => {
      if (record.values['erasedAt'] !== undefined) throw new Refusal('not_possible', ERASED);
      const changed = Object.entries(values).filter(
        ([field, value]) => !isEqualJson(value, record.values[field] ?? null),
      );
      if (changed.length === 0) return record;
      const after = { ...Object.fromEntries(changed), updatedAt: occurredAt ?? now };
      const before = Object.fromEntries(
        Object.keys(after).map((field) => [field, record.values[field] ?? null]),
      );
      await updateRecord(tx, target(entity), { id: record.id, values: after });
      if (entity.hasKey && 'key' in after) await keepOldKey(tx, state.id, record);
      const next = { id: record.id, values: compact({ ...record.values, ...after }) };
      note(entity, verb, {
        id: record.id,
        before,
        after,
        space: placeOf(entity, record.id, next.values),
        ...(occurredAt ? { occurredAt } : {}),
      });
      return next;
    },
    remove: async (entity, record) => {
      await deleteRecord(tx, tableOf(entity), state.id, record.id);
      note(entity, 'delete', {
        id: record.id,
        before: record.values,
        after: null,
        space: placeOf(entity, record.id, record.values),
      });
    },
  };
}

const ERASED = {
  message: 'This record was erased.',
  why: 'Who it was is forgotten, and nothing more is written about them.',
  fix: 'Make a new one.',
} as const;

/** A key that a record once had leads to it ever after. */
async function keepOldKey(tx: Transaction, workspace: string, { id, values }: StoredRecord): Promise<void> {
  await tx.query(
    `insert into key_redirect (workspace_id, key, id) values ($1, $2, $3)
     on conflict (workspace_id, key) do update set id = $3`,
    [workspace, textOf(values['key']), id],
  );
}

type Noted = {
  readonly id: string;
  readonly before: Values | null;
  readonly after: Values | null;
  readonly space: string | null;
  readonly occurredAt?: string;
};

/** Values without the empty ones. */
function compact(values: { readonly [field: string]: Json | undefined }): Values {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== undefined),
  ) as Values;
}

/** Secrets never reach the log. */
function withoutHidden(entity: Entity, values: Values | null): Values | null {
  if (values === null) return null;
  const hidden = entity.fields.filter((field) => field.hidden && field.id in values).map((field) => field.id);
  return hidden.length === 0
    ? values
    : Object.fromEntries(Object.entries(values).filter(([field]) => !hidden.includes(field)));
}
