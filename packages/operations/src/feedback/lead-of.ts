import { textOf } from '@throughline/base';
import type { StoredRecord } from '@throughline/db';
import type { Work } from '../work.ts';

/** The feedback that this one has become part of, or itself: what follows on it belongs there. */
export async function leadOf(work: Work, feedback: StoredRecord): Promise<StoredRecord> {
  const seen = new Set<string>();
  let lead = feedback;
  while (lead.values['mergedInto'] !== undefined && !seen.has(lead.id)) {
    seen.add(lead.id);
    const next = await work.find(work.entity('feedback'), textOf(lead.values['mergedInto']));
    if (next === undefined) return lead;
    lead = next;
  }
  return lead;
}
