/**
 * One write from beginning to end: state → idempotency → operation → log, in one transaction. The whole of it
 * may run again when the database reports a conflict, so nothing in here reaches outside the database.
 */
import { createHash } from 'node:crypto';
import { canonicalJson, makeId, must, type Json, type JsonObject } from '@throughline/base';
import { parseInput, Refusal } from '@throughline/contract';
import { appendChanges, appendLast, type Transaction } from '@throughline/db';
import type { Change, ChangeSource } from '@throughline/model';
import type { Actor } from './access/actor.ts';
import { makeSecret } from './access/secret.ts';
import { findOperation } from './catalogue.ts';
import type { Runtime } from './runtime.ts';
import { sealPersonal } from './erasure/seal-personal.ts';
import { makeWork, type Work } from './work.ts';

export type Request = {
  readonly workspace: string;
  readonly actor: Actor;
  readonly source: ChangeSource;
  /** `idea.merge` */
  readonly operation: string;
  /** The record it is done to, by id. */
  readonly id?: string;
  readonly input?: Json;
  /** The seq of the record that the writer had before him. */
  readonly ifMatch?: number;
  readonly idempotencyKey?: string;
  /** What several requests share so that they are undone together; an own one when left out. */
  readonly cause?: string;
  readonly depth?: number;
  /** Time travel for samples and imports; the runtime's clock when left out. */
  readonly now?: string;
};

export type Outcome = {
  readonly result: JsonObject;
  readonly cause: string;
  /** Position of the last change; 0 when nothing changed. */
  readonly seq: number;
  /** The answer of an earlier request with the same key. */
  readonly isRepeat: boolean;
};

export type Operate = (work: Work, request: OperationRequest) => Promise<JsonObject>;
export type OperationRequest = Pick<Request, 'id' | 'input' | 'ifMatch'>;

export async function execute(runtime: Runtime, request: Request): Promise<Outcome> {
  const operate = findOperation(runtime.model, request.operation);
  if (!operate) throw new Refusal('not_found', { message: `There is no operation ${request.operation}.` });
  const input = parseInput(request.operation, request.input);
  return executeWith(runtime, input === undefined ? request : { ...request, input }, operate);
}

/** As `execute`, with an operation that is not in the catalogue: imports and samples in one transaction. */
export async function executeWith(
  runtime: Runtime,
  request: Omit<Request, 'operation'> & { readonly operation?: string },
  operate: Operate,
): Promise<Outcome> {
  const cause = request.cause ?? makeId('act', runtime.ids);
  const { work, result, first, earlier } = await runtime.database.transaction((tx) =>
    runOnce(runtime, tx, { request: { ...request, cause }, operate }),
  );
  if (earlier) return earlier;
  const start = await first;
  const changes = work.changes.map((change, index): Change => ({ ...change, seq: start + index }));
  if (changes.length > 0) runtime.onCommit(request.workspace, changes);
  return makeOutcome(result, cause, changes);
}

type Step = {
  readonly request: Omit<Request, 'operation'> & { readonly operation?: string; readonly cause: string };
  readonly operate: Operate;
};

type Ran = {
  readonly work: Work;
  readonly result: JsonObject;
  /** The first change's seq; known once the transaction is over. */
  readonly first: Promise<number>;
  readonly earlier: Outcome | null;
};

/** One attempt. With an idempotency key the answer is kept beside the changes, so it must be known before. */
async function runOnce(runtime: Runtime, tx: Transaction, { request, operate }: Step): Promise<Ran> {
  const earlier = await findAnswer(tx, request);
  const work = await beginWork(runtime, tx, request);
  if (earlier) return { work, result: {}, first: Promise.resolve(0), earlier };
  const result = await operate(work, request);
  const { changes } = work;
  const logged =
    (await sealPersonal(runtime.model, tx, { workspace: request.workspace, changes })) ?? changes;
  if (request.idempotencyKey === undefined) {
    if (changes.length === 0) return { work, result, first: Promise.resolve(0), earlier };
    const first = appendLast(tx, request.workspace, logged);
    first.catch(() => undefined);
    return { work, result, first, earlier };
  }
  const start = changes.length === 0 ? 0 : await appendChanges(tx, request.workspace, logged);
  const numbered = changes.map((change, index): Change => ({ ...change, seq: start + index }));
  await keepAnswer(tx, request, makeOutcome(result, request.cause, numbered));
  return { work, result, first: Promise.resolve(start), earlier };
}

function makeOutcome(result: JsonObject, cause: string, changes: readonly Change[]): Outcome {
  return { result: withSeq(result, changes), cause, seq: changes.at(-1)?.seq ?? 0, isRepeat: false };
}

async function beginWork(
  runtime: Runtime,
  tx: Transaction,
  { workspace, actor, source, cause, depth = 0, now }: Omit<Request, 'operation'> & { cause: string },
): Promise<Work> {
  const state = await runtime.states.get(tx, workspace);
  if (!state) throw new Refusal('not_found', { message: 'There is no such workspace.' });
  return makeWork({
    tx,
    model: runtime.model,
    state,
    actor,
    source,
    cause,
    depth,
    now: now ?? new Date(runtime.ids.now()).toISOString(),
    newId: (prefix) => makeId(prefix, runtime.ids),
    newSecret: (prefix) => makeSecret(prefix, runtime.ids),
    tableOf: runtime.tableOf,
    documents: runtime.documents,
  });
}

/** A record's version is the seq of its newest change. */
function withSeq(result: JsonObject, changes: readonly Change[]): JsonObject {
  const newest = changes.findLast((change) => change.id === result['id']);
  return newest ? { ...result, seq: newest.seq } : result;
}

async function findAnswer(tx: Transaction, request: Partial<Request>): Promise<Outcome | null> {
  if (request.idempotencyKey === undefined) return null;
  const { rows } = await tx.query<{ request_hash: string; response: Outcome }>(
    'select request_hash, response from idempotency where workspace_id = $1 and actor = $2 and key = $3',
    [request.workspace, must(request.actor).person ?? '', request.idempotencyKey],
  );
  const [row] = rows;
  if (!row) return null;
  if (row.request_hash !== hashOf(request)) throw new Refusal('idempotency_key_reused');
  return { ...row.response, isRepeat: true };
}

/** Two requests with one key at the same moment: the second waits for the first, collides and is run again. */
async function keepAnswer(tx: Transaction, request: Partial<Request>, answer: Outcome): Promise<void> {
  if (request.idempotencyKey === undefined) return;
  const { rowCount } = await tx.query(
    `insert into idempotency (workspace_id, actor, key, request_hash, status, response, created_at)
     values ($1, $2, $3, $4, 200, $5, now()) on conflict do nothing`,
    [
      request.workspace,
      must(request.actor).person ?? '',
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
    .update(canonicalJson({ operation: operation ?? '', id: id ?? '', input: input ?? null }))
    .digest('hex');
}
