/** Edits of records' fields as acts that can be undone. */
import type { Json } from '@throughline/base';
import type { Field, Values } from '@throughline/model';
import { useMemo } from 'react';
import { useWorkspace } from './data-context.ts';
import type { WorkspaceData } from './workspace-data.ts';
import { giveVote } from './votes.ts';
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
        for (const record of ids) giveVote(data, field, { record, points: readNumber(value) ?? 0 });
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
