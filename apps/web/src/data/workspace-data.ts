/** Everything a screen asks of the workspace, over one replica. */
import type { Replica, ReplicaStatus } from '@throughline/client';
import type { Field } from '@throughline/model';
import { currentDay } from '@throughline/ui';
import { moveReasonRequest } from '../frame/move-reason-request.ts';
import type { FieldLookups } from '../fields/field-component.ts';
import { locale } from '../messages/t.ts';
import { makeConflicts, type Conflicts } from './conflicts.ts';
import { makeLabels } from './labels-in-use.ts';
import { makeRecordHub, type RecordHub } from './record-hub.ts';
import { makeRecordSource, placeName, type Place, type RecordSource } from './record-source.ts';
import { makeRights, type Rights } from './rights.ts';
import { makeTitles, type Titles } from './titles.ts';
import { makeWriter, type Writer } from './writer.ts';

export interface WorkspaceData {
  readonly replica: Replica;
  /** Milliseconds: the present, or the moment that is looked back to. */
  readonly now: () => number;
  /** Of a workspace of the past: the present one. */
  readonly live?: WorkspaceData;
  readonly hub: RecordHub;
  readonly titles: Titles;
  readonly rights: Rights;
  readonly writer: Writer;
  readonly conflicts: Conflicts;
  /** The same object until it changes. */
  readonly status: () => ReplicaStatus;
  readonly onStatus: (listener: () => void) => () => void;
  /** Fields of an entity that a place offers (all when none is named); the same list until they change. */
  readonly fields: (entity: string, place?: Place) => readonly Field[];
  readonly onFields: (listener: () => void) => () => void;
  /** One for each entity and place, kept once opened. */
  readonly source: (entity: string, place: Place) => RecordSource;
  /** What field components ask, for records of the entity. */
  readonly lookups: (entity: string) => FieldLookups;
  readonly close: () => void;
}

/** A moment looked back to, and the workspace of today. */
export interface LookedBack {
  readonly now: () => number;
  readonly live: WorkspaceData;
}

export function makeWorkspaceData(replica: Replica, back?: LookedBack): WorkspaceData {
  const hub = makeRecordHub(replica);
  const titles = makeTitles(hub);
  const sources = new Map<string, RecordSource>();
  const fields = makeFieldLists(replica, hub);
  let status = replica.status();
  const statusListeners = new Set<() => void>();
  replica.onStatus(() => {
    status = replica.status();
    for (const listener of statusListeners) listener();
  });
  fields.onChange(() => {
    for (const source of sources.values()) source.rebuild();
  });

  return {
    replica,
    now: Date.now,
    ...back,
    hub,
    titles,
    rights: makeRights(replica.session),
    writer: makeWriter(replica, moveReasonRequest.open),
    conflicts: makeConflicts(replica),
    status: () => status,
    onStatus: (listener) => {
      statusListeners.add(listener);
      return () => statusListeners.delete(listener);
    },
    fields: fields.of,
    onFields: fields.onChange,
    source: (entity, place) => {
      const name = `${entity} ${placeName(place)}`;
      const columns = () => replica.columns(entity, typeof place === 'string' ? [place] : place);
      const source =
        sources.get(name) ??
        makeRecordSource({
          entity,
          place,
          hub,
          titles,
          columns,
          replica,
          fields: () => fields.of(entity, place),
        });
      sources.set(name, source);
      return source;
    },
    lookups: (entity) => ({
      people: titles.lookup('person'),
      teams: titles.lookup('team'),
      companies: titles.lookup('company'),
      records: titles.lookup,
      labels: makeLabels(hub, entity),
      locale,
      today: currentDay(),
    }),
    close: () => {
      hub.close();
      replica.close();
    },
  };
}

interface FieldLists {
  readonly of: (entity: string, place?: Place) => readonly Field[];
  readonly onChange: (listener: () => void) => () => void;
}

/** The session's fields; those of other spaces are left out, and a space alone sees them its own way. */
function makeFieldLists(replica: Replica, hub: RecordHub): FieldLists {
  const lists = new Map<string, readonly Field[]>();
  const listeners = new Set<() => void>();
  let known = JSON.stringify(replica.session().fields);
  replica.onSession(() => {
    const next = JSON.stringify(replica.session().fields);
    if (next === known) return;
    known = next;
    refresh();
  });
  hub.onEntity('field', refresh);

  function refresh(): void {
    lists.clear();
    for (const listener of listeners) listener();
  }

  function list(entity: string, place: Place): readonly Field[] {
    const spaces = typeof place === 'string' ? [place] : place;
    const isHere = (space: unknown): boolean => spaces === null || spaces.includes(String(space));
    const adapted = hub
      .records('field')
      .filter(({ values }) => values['adapts'] && values['entity'] === entity && isHere(values['in']));
    return replica.fields(entity).flatMap((field) => {
      const record = hub.get('field', field.id);
      const own = adapted.find(
        ({ values }) => values['adapts'] === field.id && !values['archivedAt'],
      )?.values;
      const isOffered = record?.['in'] ? isHere(record['in']) : !record?.['standard'] || own !== undefined;
      if (field.hidden === true || !isOffered) return [];
      if (own === undefined || spaces?.length !== 1) return [field];
      const config = { ...field.config, ...(own['config'] as Field['config']) };
      return [{ ...field, name: own['name'] as string, config }];
    });
  }
  return {
    of: (entity, place = null) => {
      const name = `${entity} ${placeName(place)}`;
      const fields = lists.get(name) ?? list(entity, place);
      lists.set(name, fields);
      return fields;
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
