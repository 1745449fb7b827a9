import type { JsonObject } from '@throughline/base';
import type { OperationRequest } from '../execute.ts';
import { present } from '../records/present.ts';
import type { Work } from '../work.ts';

export async function revokeToken(work: Work, { id = '' }: OperationRequest): Promise<JsonObject> {
  const entity = work.entity('token');
  const token = await work.read(entity, id, { lock: true });
  work.allow(entity, 'revoke', token);
  const revoked = await work.update(entity, token, {
    values: { revokedAt: token.values['revokedAt'] ?? work.now },
    verb: 'revoke',
  });
  return present(work.fieldsOf(entity), revoked.id, revoked.values);
}
