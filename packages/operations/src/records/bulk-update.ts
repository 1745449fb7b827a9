import type { JsonObject } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import { LIMITS, type Verb } from '@throughline/model';
import type { Operate } from '../execute.ts';
import { findOperation } from '../catalogue.ts';
import type { Work } from '../work.ts';

export type BulkInput = {
  readonly ids: readonly string[];
  readonly verb: Extract<Verb, 'update' | 'archive' | 'restore' | 'delete'>;
  readonly values?: JsonObject;
};

/** One act on many records, all or nothing, undone as one. */
export function bulkUpdate(entityName: string, { ids, verb, values }: BulkInput): Operate {
  return async (work: Work) => {
    if (ids.length > LIMITS.bulkSize) {
      throw new Refusal('too_large', { message: `${ids.length} records at once; ${LIMITS.bulkSize} fit.` });
    }
    const operate = findOperation(work.model, `${entityName}.${verb}`);
    if (!operate) throw new Refusal('not_found', { message: `There is no operation ${entityName}.${verb}.` });
    const items: JsonObject[] = [];
    for (const id of [...new Set(ids)].toSorted())
      items.push(await operate(work, { id, ...(values ? { input: values } : {}) }));
    return { items };
  };
}
