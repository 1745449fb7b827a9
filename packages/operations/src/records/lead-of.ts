import { textOf } from '@throughline/base';
import type { StoredRecord } from '@throughline/db';
import type { Entity } from '@throughline/model';
import type { Work } from '../work.ts';

/** The record that this one has become part of, or itself: what follows on it belongs there. */
export async function leadOf(work: Work, entity: Entity, record: StoredRecord): Promise<StoredRecord> {
  const seen = new Set<string>();
  let lead = record;
  while (lead.values['mergedInto'] !== undefined && !seen.has(lead.id)) {
    seen.add(lead.id);
    const next = await work.find(entity, textOf(lead.values['mergedInto']));
    if (next === undefined) return lead;
    lead = next;
  }
  return lead;
}
