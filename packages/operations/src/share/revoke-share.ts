import type { JsonObject } from '@throughline/base';
import type { OperationRequest } from '../execute.ts';
import { present } from '../records/present.ts';
import type { Work } from '../work.ts';

/** The link stops working at once. */
export async function revokeShare(work: Work, { id = '' }: OperationRequest): Promise<JsonObject> {
  const entity = work.entity('share');
  const share = await work.read(entity, id, { lock: true });
  work.allow(entity, 'revoke', share);
  const revoked = await work.update(entity, share, {
    values: { revokedAt: share.values['revokedAt'] ?? work.now },
    verb: 'revoke',
  });
  return present(work.fieldsOf(entity), revoked.id, revoked.values);
}
