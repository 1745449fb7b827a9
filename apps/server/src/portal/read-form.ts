/** Forms as they come, and what is shown of them when they come back. */
import { randomBytes } from 'node:crypto';
import { Refusal } from '@throughline/contract';
import type { FastifyRequest } from 'fastify';
import type { PortalWords } from './portal-words.ts';

export type Given = Readonly<Record<string, string>>;

export type Form = {
  /** Sent with the form, so that one sent twice is taken once. */
  readonly once: string;
  readonly given: Given;
  readonly problem?: string;
  /** The part of the form that the problem is with. */
  readonly part?: string;
  readonly notice?: string;
};

export function freshForm(given: Given = {}, notice?: string): Form {
  return {
    once: randomBytes(16).toString('base64url'),
    given,
    ...(notice === undefined ? {} : { notice }),
  };
}

export function readGiven({ body }: FastifyRequest): Given {
  return (body ?? {}) as Given;
}

/** The form again, with what is wrong in it; what no form can mend is thrown on. */
export function refusedForm(error: unknown, given: Given, words: PortalWords): Form {
  if (!(error instanceof Refusal) || error.code !== 'invalid_value') throw error;
  const { field, code } = error.body.details as { readonly field?: string; readonly code?: string };
  return {
    ...freshForm(given),
    problem: words.problem[code ?? ''] ?? error.message,
    ...(field === undefined ? {} : { part: field }),
  };
}

/** Keys of idempotency are of our own making. */
export function onceOf({ once = '' }: Given): { readonly idempotencyKey?: string } {
  return /^[\w-]{16,64}$/.test(once) ? { idempotencyKey: `portal ${once}` } : {};
}
