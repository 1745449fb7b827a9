/** Answers by idempotency key: a request that comes again is answered as it was, and done once. */
import { createHash } from 'node:crypto';
import { canonicalJson, must, type Json, type JsonObject } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import type { Transaction } from '@throughline/db';
import type { Model } from '@throughline/model';
import { actorId } from './access/actor.ts';
import type { Outcome, Request } from './execute.ts';

/**
 * Whether answers may be kept: one that says who wrote what nobody is to know would outlive the secret's end. Such
 * writes take the place of what the same person wrote before, so that a repeat changes nothing.
 */
export function isAnswerKept(model: Model, { idempotencyKey, operation = '' }: Partial<Request>): boolean {
  const entity = model.findEntity(operation.split('.')[0] ?? '');
  return idempotencyKey !== undefined && entity?.hasSecretAuthors !== true;
}

export async function findAnswer(tx: Transaction, request: Partial<Request>): Promise<Outcome | null> {
  if (request.idempotencyKey === undefined) return null;
  const { rows } = await tx.query<{ request_hash: string; response: Outcome }>(
    'select request_hash, response from idempotency where workspace_id = $1 and actor = $2 and key = $3',
    [request.workspace, actorId(must(request.actor)) ?? '', request.idempotencyKey],
  );
  const [row] = rows;
  if (!row) return null;
  if (row.request_hash !== hashOf(request)) throw new Refusal('idempotency_key_reused');
  return { ...row.response, isRepeat: true };
}

/** Two requests with one key at the same moment: the second waits for the first, collides and is run again. */
export async function keepAnswer(tx: Transaction, request: Partial<Request>, answer: Outcome): Promise<void> {
  if (request.idempotencyKey === undefined) return;
  const { rowCount } = await tx.query(
    `insert into idempotency (workspace_id, actor, key, request_hash, status, response, created_at)
     values ($1, $2, $3, $4, 200, $5, now()) on conflict do nothing`,
    [
      request.workspace,
      actorId(must(request.actor)) ?? '',
      request.idempotencyKey,
      hashOf(request),
      JSON.stringify({ ...answer, result: withoutSecret(answer.result) }),
    ],
  );
  if (rowCount === 0) throw Object.assign(new Error('The idempotency key is in use'), { code: '40001' });
}

/** A secret is shown once and never stored: a repeat tells of the record without it. */
function withoutSecret({ secret: _secret, path: _path, ...result }: JsonObject): JsonObject {
  return result;
}

function hashOf({ operation, id, input }: Partial<Request>): string {
  return createHash('sha256')
    .update(
      canonicalJson({ operation: operation ?? '', id: id ?? '', input: withoutPassword(input ?? null) }),
    )
    .digest('hex');
}

/** A short hash of a request that holds a password would let it be guessed. */
function withoutPassword(input: Json): Json {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input;
  const { password: _password, ...rest } = input as JsonObject;
  return rest;
}
