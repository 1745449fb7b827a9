/** The way in for every write: an operation, who asks for it, and what came of it. */
import { makeId, type Json, type JsonObject } from '@throughline/base';
import { parseInput, Refusal } from '@throughline/contract';
import type { ChangeSource } from '@throughline/model';
import type { Actor } from './access/actor.ts';
import { findOperation, isGeneric } from './catalogue.ts';
import { runAlone, type Step } from './run-steps.ts';
import type { Runtime } from './runtime.ts';
import type { Work } from './work.ts';

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

/** Runs an operation of the catalogue; plain ones of a workspace that come together share a transaction. */
export async function execute(runtime: Runtime, request: Request): Promise<Outcome> {
  const operate = findOperation(runtime.model, request.operation);
  if (!operate) throw new Refusal('not_found', { message: `There is no operation ${request.operation}.` });
  const input = parseInput(request.operation, request.input);
  const step = makeStep(runtime, input === undefined ? request : { ...request, input }, operate);
  return isGeneric(request.operation) ? runtime.writes.add(request.workspace, step) : runAlone(runtime, step);
}

/** As `execute`, with an operation that is not in the catalogue: imports and samples in one transaction. */
export async function executeWith(
  runtime: Runtime,
  request: Step['request'] | Omit<Step['request'], 'cause'>,
  operate: Operate,
): Promise<Outcome> {
  return runAlone(runtime, makeStep(runtime, request, operate));
}

/** As `executeWith`, sharing a transaction with other plain writes: for what touches few records and takes no time. */
export async function executeGathered(
  runtime: Runtime,
  request: Omit<Step['request'], 'cause'>,
  operate: Operate,
): Promise<Outcome> {
  return runtime.writes.add(request.workspace, makeStep(runtime, request, operate));
}

function makeStep(
  runtime: Runtime,
  request: Omit<Step['request'], 'cause'> & { readonly cause?: string },
  operate: Operate,
): Step {
  return { request: { ...request, cause: request.cause ?? makeId('act', runtime.ids) }, operate };
}
