import { type JsonObject, textOf } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import type { OperationRequest } from '../execute.ts';
import type { Values } from '@throughline/model';
import { findOne } from '../rules/find-one.ts';
import { hashSecret } from '../access/secret.ts';
import type { Work } from '../work.ts';

export type Joining = {
  readonly secret: string;
  readonly name: string;
  readonly email: string;
  readonly account: string;
};

/** Whoever holds the link joins: a person, and a role where the invitation says. Works once. */
export async function acceptInvitation(work: Work, { input }: OperationRequest): Promise<JsonObject> {
  const { secret, name, email, account } = input as Joining;
  const entity = work.entity('invitation');
  const invitation = await findOne(work, entity, { secretHash: hashSecret(secret) });
  if (!invitation || !isOpen(invitation.values, work.now)) {
    throw new Refusal('expired', { message: 'This invitation is no longer valid.' });
  }
  const { values } = invitation;
  const wanted = values['email'];
  if (wanted !== undefined && wanted !== email.toLowerCase()) {
    throw new Refusal('forbidden', {
      message: `This invitation is for ${textOf(wanted)}.`,
      fix: 'Sign up with that address, or ask for another invitation.',
    });
  }
  const person = await findOrAddPerson(work, { name, email: email.toLowerCase(), account });
  const memberships = work.entity('membership');
  const isNew = !(await findOne(work, memberships, { person }));
  const role = values['role'] ?? 'contributor';
  if (values['in'] === undefined || isNew) {
    await work.insert(memberships, [
      { values: { person, role: values['in'] === undefined ? role : 'viewer' } },
    ]);
  }
  if (values['in'] !== undefined)
    await work.insert(memberships, [{ values: { person, role, in: values['in'] } }]);
  await work.update(entity, invitation, { values: { acceptedBy: person }, verb: 'accept' });
  return { person };
}

async function findOrAddPerson(
  work: Work,
  values: { name: string; email: string; account: string },
): Promise<string> {
  const entity = work.entity('person');
  const known = await findOne(work, entity, { email: values.email });
  if (known && known.values['account'] !== values.account) {
    throw new Refusal('already_exists', { message: 'Somebody with this address is a member already.' });
  }
  if (known) return known.id;
  const [person] = await work.insert(entity, [{ values }]);
  return person?.id ?? '';
}

function isOpen(values: Values, now: string): boolean {
  return values['acceptedBy'] === undefined && textOf(values['expiresAt']) > now;
}
