/**
 * Tokens by which a customer's own app lets its users into a portal: JWT (RFC 7519) signed with HS256 by the portal's
 * key, with `email`, and `name` and `company` where they are known.
 */
import { Refusal } from '@throughline/contract';
import type { ProvenClaim } from '@throughline/operations';
import { jwtVerify } from 'jose';

/** They pass from one page to the next, and are no passes for keeps. */
const MOST_AGE = '10 minutes';

export async function readAppToken(token: string, key: Uint8Array): Promise<ProvenClaim> {
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: ['HS256'],
      requiredClaims: ['exp', 'iat'],
      maxTokenAge: MOST_AGE,
    });
    const { email, name, company } = payload;
    if (typeof email !== 'string' || email === '') throw new Error('no email');
    return {
      email,
      ...(typeof name === 'string' ? { name } : {}),
      ...(typeof company === 'string' ? { company } : {}),
    };
  } catch {
    // Why it is none of ours is told to nobody: it would help to make one.
    throw new Refusal('expired');
  }
}
