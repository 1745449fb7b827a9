/**
 * Writes from beginning to end: state → idempotency → operation → log, in one transaction. The whole of it may run
 * again when the database reports a conflict, so nothing in here reaches outside the database.
 */
import { makeId, must, type JsonObject } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import { appendChanges, appendLast, DatabaseError, type NewChange, type Transaction } from '@throughline/db';
import type { Change } from '@throughline/model';
import { makeSecret } from './access/secret.ts';
import { STATE_ENTITIES } from './access/workspace-state.ts';
import { sealPersonal } from './erasure/seal-personal.ts';
import type { Operate, Outcome, Request } from './execute.ts';
import { findAnswer, isAnswerKept, keepAnswer } from './kept-answers.ts';
import type { Runtime } from './runtime.ts';
import { makeWork, type Work } from './work.ts';

/** One write, ready to run; it may run several times. */
export type Step = {
  readonly request: Omit<Request, 'operation' | 'cause'> & {
    readonly operation?: string;
    readonly cause: string;
  };
  readonly operate: Operate;
};

export async function runAlone(runtime: Runtime, step: Step): Promise<Outcome> {
  return must((await runInTurn(runtime, [step]))[0]);
}

/**
 * Runs writes of one workspace in one transaction, each seeing what those before it did. Where one of them is
 * refused nothing of it remains, and each runs alone. Ends behind a write that changes what rights and fields
 * depend on: those that follow begin anew.
 */
export async function runTogether(
  runtime: Runtime,
  steps: readonly Step[],
): Promise<readonly PromiseSettledResult<Outcome>[]> {
  if (steps.length > 1) {
    try {
      return (await runInTurn(runtime, steps)).map((value) => ({ status: 'fulfilled', value }));
    } catch (error) {
      // Whether it was committed is not known: nobody may try again unasked.
      if (error instanceof DatabaseError && error.outcomeUnknown)
        return steps.map(() => ({ status: 'rejected', reason: error }));
    }
  }
  const settled: PromiseSettledResult<Outcome>[] = [];
  for (const step of steps) settled.push(...(await Promise.allSettled([runAlone(runtime, step)])));
  return settled;
}

async function runInTurn(runtime: Runtime, steps: readonly Step[]): Promise<readonly Outcome[]> {
  const logged = await runtime.database.transaction((tx) => runAll(runtime, tx, steps));
  return publish(runtime, logged);
}

/** What one attempt did: its changes are not in the log yet. */
type Ran = {
  readonly step: Step;
  readonly work: Work;
  readonly result: JsonObject;
  /** The changes as the log keeps them. */
  readonly sealed: readonly NewChange[];
  readonly earlier: Outcome | null;
};

/** The first seq of the changes is known once the transaction is over. */
type Logged = { readonly ran: readonly Ran[]; readonly start: Promise<number> };

async function runAll(runtime: Runtime, tx: Transaction, steps: readonly Step[]): Promise<readonly Logged[]> {
  const logged: Logged[] = [];
  let ran: Ran[] = [];
  for (const step of steps) {
    // Who compares with the log must find there what those before him did.
    if (step.request.ifMatch !== undefined && ran.length > 0) {
      logged.push(await logChanges(tx, ran, appendChanges));
      ran = [];
    }
    const next = await runOnce(runtime, tx, step);
    ran.push(next);
    if (next.work.changes.some(({ entity }) => STATE_ENTITIES.has(entity))) break;
  }
  await Promise.all(logged.map(({ start }) => start));
  logged.push(await logChanges(tx, ran, appendLast));
  return logged;
}

async function runOnce(runtime: Runtime, tx: Transaction, step: Step): Promise<Ran> {
  const { request, operate } = step;
  const earlier = await findAnswer(tx, request);
  const work = await beginWork(runtime, tx, request);
  if (earlier) return { step, work, result: {}, sealed: [], earlier };
  const result = await operate(work, request);
  const { changes } = work;
  const sealed = await sealPersonal(runtime.model, tx, { workspace: request.workspace, changes });
  return { step, work, result, sealed: sealed ?? changes, earlier };
}

/** With an idempotency key the answer is kept beside the changes, so their places must be known before. */
async function logChanges(tx: Transaction, ran: readonly Ran[], append: typeof appendLast): Promise<Logged> {
  const changes = ran.flatMap(({ sealed }) => sealed);
  const workspace = must(ran[0]).step.request.workspace;
  const isKept = ({ step, work, earlier }: Ran): boolean =>
    isAnswerKept(work.model, step.request) && earlier === null;
  if (!ran.some(isKept)) {
    const start = changes.length === 0 ? Promise.resolve(0) : append(tx, workspace, changes);
    start.catch(() => undefined);
    return { ran, start };
  }
  const start = changes.length === 0 ? 0 : await appendChanges(tx, workspace, changes);
  for (const { ran: each, outcome } of outcomesOf(ran, start))
    if (isKept(each)) await keepAnswer(tx, each.step.request, outcome);
  return { ran, start: Promise.resolve(start) };
}

type Answered = { readonly ran: Ran; readonly outcome: Outcome; readonly changes: readonly Change[] };

function outcomesOf(ran: readonly Ran[], start: number): readonly Answered[] {
  let next = start;
  return ran.map((each) => {
    const changes = each.work.changes.map((change): Change => ({ ...change, seq: next++ }));
    const outcome = each.earlier ?? makeOutcome(each.result, each.step.request.cause, changes);
    return { ran: each, outcome, changes };
  });
}

/** Of the committed writes: what each came to, and one word to those who listen. */
async function publish(runtime: Runtime, logged: readonly Logged[]): Promise<readonly Outcome[]> {
  const answered: Answered[] = [];
  for (const { ran, start } of logged) answered.push(...outcomesOf(ran, await start));
  const changes = answered.flatMap((each) => each.changes);
  const { workspace } = must(answered[0]).ran.step.request;
  if (changes.length > 0) runtime.onCommit(workspace, changes);
  return answered.map(({ outcome }) => outcome);
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
