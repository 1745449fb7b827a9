import type { JsonObject } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import { permissionName, type Verb } from '@throughline/model';
import { authorise } from '../access/authorise.ts';
import { hashSecret } from '../access/secret.ts';
import type { OperationRequest } from '../execute.ts';
import { present } from '../records/present.ts';
import { actingPerson } from '../rules/record-space.ts';
import type { Work } from '../work.ts';

/** A key that acts for the person who makes it, within scopes. A token cannot make one with more than its own. */
export async function createToken(work: Work, { input }: OperationRequest): Promise<JsonObject> {
  const entity = work.entity('token');
  const {
    name,
    scopes = ['*'],
    expiresAt,
  } = input as { name: string; scopes?: readonly string[]; expiresAt?: string };
  authorise(work.state, work.actor, { entity, verb: 'create', subject: { space: null } });
  checkScopes(work, scopes);
  const secret = work.newSecret('tl');
  const values = {
    name,
    scopes,
    person: actingPerson(work),
    secretHash: hashSecret(secret),
    ...(expiresAt === undefined ? {} : { expiresAt }),
  };
  const [record] = await work.insert(entity, [{ values }]);
  return { ...present(work.fieldsOf(entity), record?.id ?? '', record?.values ?? {}), secret };
}

function checkScopes(work: Work, scopes: readonly string[]): void {
  const known = new Set(
    work.model.entities.flatMap((entity) => [
      `${entity.name}:*`,
      ...(Object.keys(entity.rules) as Verb[]).flatMap((verb) => [permissionName(entity, verb), `*:${verb}`]),
    ]),
  );
  const unknown = scopes.find((scope) => scope !== '*' && !known.has(scope));
  if (unknown !== undefined) {
    throw new Refusal('invalid_value', {
      message: `There is no permission “${unknown.slice(0, 60)}”.`,
      details: { field: 'scopes', code: 'unknown_scope' },
    });
  }
  const held = work.actor.scopes;
  if (held !== undefined && !held.includes('*') && scopes.some((scope) => !held.includes(scope))) {
    throw new Refusal('forbidden', { message: 'A token cannot make one that may do more.' });
  }
}
