import { loadRecords } from '@throughline/db';
import type { Work } from '../work.ts';

/** A connection field, by the id of the one that owns the rows, and the end of them at which records stand. */
export type Showing = { readonly field: string; readonly end: 'from' | 'to' };

/**
 * Makes newer versions of the records that show a connection field's rows: who reads a version and writes with it
 * has seen what is connected by then. Connecting asks for no rights at the other end, and neither does this.
 */
export async function touchShowing(
  work: Work,
  { field, end }: Showing,
  ids: readonly string[],
): Promise<void> {
  const [first] = ids;
  const entity = first === undefined ? undefined : work.model.entityOfId(first);
  if (!entity) return;
  const isShown = work
    .fieldsOf(entity)
    .some(({ id, config }) => (end === 'from' ? id === field : config.mirrors === field));
  if (!isShown) return;
  const records = await loadRecords(work.tx, work.tableOf(entity), work.state.id, { ids, lock: true });
  for (const record of records.values())
    if (record.values['erasedAt'] === undefined)
      await work.update(entity, record, { values: { updatedAt: work.now } });
}
