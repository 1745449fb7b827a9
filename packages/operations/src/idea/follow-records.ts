import { findHanging } from '../rules/find-one.ts';
import type { Work } from '../work.ts';

/** What lives in the space of the record it hangs on, and the field by which it hangs. */
const FOLLOWS = [
  { entity: 'insight', via: 'idea' },
  { entity: 'comment', via: 'record' },
  { entity: 'vote', via: 'record' },
  { entity: 'reaction', via: 'record' },
  { entity: 'attachment', via: 'record' },
  { entity: 'relation', via: 'from' },
  { entity: 'document', via: 'record' },
] as const;

/** Brings all that hangs on the records, and on that in turn, into a space. */
export async function followRecords(work: Work, ids: readonly string[], space: string): Promise<void> {
  const hanging: string[] = [];
  for (const { entity: name, via } of FOLLOWS) {
    const entity = work.entity(name);
    for (const record of await findHanging(work, entity, { via, ids })) {
      if (record.values['space'] === space) continue;
      await work.update(entity, record, { values: { space } });
      hanging.push(record.id);
    }
  }
  if (hanging.length > 0) await followRecords(work, hanging, space);
}
