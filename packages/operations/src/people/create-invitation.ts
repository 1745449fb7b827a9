import type { JsonObject } from '@throughline/base';
import { hashSecret } from '../access/secret.ts';
import { authorise } from '../access/authorise.ts';
import type { OperationRequest } from '../execute.ts';
import { present } from '../records/present.ts';
import { resolveSpace } from '../records/resolve-references.ts';
import type { Work } from '../work.ts';

const DAY = 86_400_000;

/** Makes a link that lets one person join with a role. */
export async function createInvitation(work: Work, { input }: OperationRequest): Promise<JsonObject> {
  const entity = work.entity('invitation');
  const {
    role,
    email,
    in: place,
    days = 14,
  } = input as { role: string; email?: string; in?: string; days?: number };
  const space = place === undefined ? null : resolveSpace(work, place);
  authorise(work.state, work.actor, { entity, verb: 'create', subject: { space } });
  const secret = work.newSecret('join');
  const expiresAt = new Date(Date.parse(work.now) + days * DAY).toISOString();
  const values = {
    role,
    expiresAt,
    secretHash: hashSecret(secret),
    ...(email === undefined ? {} : { email: email.toLowerCase() }),
    ...(space === null ? {} : { in: space }),
  };
  const [record] = await work.insert(entity, [{ values }]);
  return {
    ...present(work.fieldsOf(entity), record?.id ?? '', record?.values ?? {}),
    secret,
    path: `/join/${secret}`,
  };
}
