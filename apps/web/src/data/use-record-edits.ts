/** Edits of records' fields as acts that can be undone. */
import type { Json } from '@throughline/base';
import type { Field, Values } from '@throughline/model';
import { useMemo } from 'react';
import { useWorkspace } from './data-context.ts';
import type { WorkspaceData } from './workspace-data.ts';
import { withAuthor } from './new-record.ts';
import { readNumber } from '../fields/read-value.ts';
import { t } from '../messages/t.ts';

export interface RecordEdits {
  readonly edit: (ids: readonly string[], field: Field, value: unknown) => void;
  readonly archive: (ids: readonly string[]) => void;
}

export function useRecordEdits(entity: string): RecordEdits {
  const data = useWorkspace();
  return useMemo(() => makeRecordEdits(data, entity), [data, entity]);
}

export function makeRecordEdits(data: WorkspaceData, entity: string): RecordEdits {
  const { writer } = data;
  return {
    edit: (ids, field, value) => {
      if (field.type === 'votes') {
        for (const id of ids) vote(data, id, readNumber(value) ?? 0);
        return;
      }
      if (field.required === true && (value === null || value === '')) return;
      const values: Values = { [field.id]: (value ?? null) as Json };
      const message = t('data.changed', { field: field.name, count: ids.length });
      writer.writeAll({ entity, ids, verb: 'update', values }, { message });
    },
    archive: (ids) =>
      writer.writeAll(
        { entity, ids, verb: 'archive', values: {} },
        { message: t('data.archived', { count: ids.length }) },
      ),
  };
}

/** A person has one vote a record, of some weight. */
export function vote(data: WorkspaceData, record: string, weight: number): void {
  const { replica, hub, writer } = data;
  const me = replica.session().person.id;
  const own = hub.related('vote', 'record', record).find(({ values }) => values['person'] === me);
  const message = t('data.voted');
  if (own === undefined) {
    if (weight === 0) return;
    const id = replica.newId('vote');
    writer.write(
      [{ entity: 'vote', verb: 'create', id, values: withAuthor(data, { record, weight, person: me }) }],
      { message },
    );
  } else if (weight === 0) {
    writer.write([{ entity: 'vote', verb: 'delete', id: own.id, values: {} }], { message });
  } else {
    writer.write([{ entity: 'vote', verb: 'update', id: own.id, values: { weight } }], { message });
  }
}
