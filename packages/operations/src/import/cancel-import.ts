import { textOf, type JsonObject } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import type { OperationRequest } from '../execute.ts';
import { present } from '../records/present.ts';
import type { Work } from '../work.ts';

/** Stops an import after the transaction it is in; what it has brought stays. */
export async function cancelImport(work: Work, { id = '' }: OperationRequest): Promise<JsonObject> {
  const entity = work.entity('import');
  const record = await work.read(entity, id, { lock: true });
  work.allow(entity, 'cancel', record);
  const { state } = record.values;
  if (state === 'done' || state === 'failed')
    throw new Refusal('not_possible', { message: `The import is over: it is ${textOf(state)}.` });
  const updated = await work.update(entity, record, { values: { state: 'cancelled' }, verb: 'cancel' });
  return present(work.fieldsOf(entity), updated.id, updated.values);
}
