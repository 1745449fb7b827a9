/** Writes that can be taken back: at once in the queue, by the server, or by writing the old values when offline. */
import { UnreachableError, type Replica, type Write } from '@throughline/client';
import { Refusal } from '@throughline/contract';
import { MODEL, type Values } from '@throughline/model';
import { showToast } from '@throughline/ui';
import { t } from '../messages/t.ts';
import { findCommittedMoves } from './committed-moves.ts';

export interface WriteOptions {
  /** What was done, for the toast that offers to undo it; no toast when left out. */
  readonly message?: string;
}

export interface Writer {
  /** Shows the writes at once as one act. Answers the cause that takes it back. */
  readonly write: (writes: readonly Write[], options?: WriteOptions) => string;
  /** The same change for many records; by one call where the server can be reached and they are many. */
  readonly writeAll: (bulk: BulkWrite, options?: WriteOptions) => void;
  /** The record was written here a moment ago: its change coming back from the server is no news. */
  readonly wroteLately: (id: string) => boolean;
  /** Takes back the newest act of this visit that was not taken back yet. */
  readonly undoLast: () => void;
  /** Offers to take back what the server did by itself: a merge, say. */
  readonly offerUndo: (cause: string, message: string) => void;
}

export interface BulkWrite {
  readonly entity: string;
  readonly ids: readonly string[];
  readonly verb: 'update' | 'archive' | 'delete';
  /** By field id. */
  readonly values: Values;
}

interface Act {
  readonly cause: string;
  /** Puts back what was there, newest first. */
  readonly inverse: readonly Write[];
}

const mostSingleWrites = 40;
const mostActs = 100;
/** As long as the server may take to answer. */
const latelyMs = 10_000;

export type OnCommittedMove = (move: { readonly ids: readonly string[]; readonly cause: string }) => void;

export function makeWriter(replica: Replica, onCommittedMove: OnCommittedMove): Writer {
  const acts: Act[] = [];
  const written = new Map<string, number>();

  function noteWritten(ids: readonly string[]): void {
    const now = Date.now();
    for (const [id, at] of written) if (now - at > latelyMs) written.delete(id);
    for (const id of ids) written.set(id, now);
  }

  function note(act: Act, message: string | undefined): void {
    acts.push(act);
    if (acts.length > mostActs) acts.shift();
    if (message !== undefined) showToast({ title: message, undo: () => undo(act) });
  }
  function undo(act: Act): void {
    const at = acts.indexOf(act);
    if (at < 0) return;
    acts.splice(at, 1);
    if (replica.withdraw(act.cause)) return;
    undoByServer(act.cause).catch((error: unknown) => {
      if (error instanceof UnreachableError && act.inverse.length > 0) replica.write(act.inverse);
      else showUndoFailure(error);
    });
  }
  async function undoByServer(cause: string): Promise<void> {
    await whenSent(replica, cause);
    await replica.call('POST', '/undo', { body: { cause } });
  }
  function write(writes: readonly Write[], { message }: WriteOptions = {}): string {
    noteWritten(writes.map(({ id }) => id));
    const inverse = writes.map((each) => invert(replica, each)).toReversed();
    const moved = findCommittedMoves(replica, writes);
    const { cause } = replica.write(writes);
    if (moved.length > 0) onCommittedMove({ ids: moved, cause });
    note({ cause, inverse }, message);
    return cause;
  }
  async function writeByServer({ entity, ids, verb, values }: BulkWrite): Promise<Act> {
    noteWritten(ids);
    const keys = Object.fromEntries(replica.fields(entity).map(({ id, key }) => [id, key]));
    const named = Object.fromEntries(Object.entries(values).map(([id, value]) => [keys[id] ?? id, value]));
    const { cause } = await replica.call('POST', `/${MODEL.entity(entity).plural}/bulk`, {
      body: { ids, verb, ...(verb === 'update' && { values: named }) },
    });
    return { cause: cause ?? '', inverse: [] };
  }

  return {
    write,
    writeAll: (bulk, options = {}) => {
      const { entity, ids, verb, values } = bulk;
      const writeHere = () =>
        write(
          ids.map((id) => ({ entity, id, verb, values })),
          options,
        );
      if (ids.length <= mostSingleWrites || replica.status().connection !== 'live') return writeHere();
      writeByServer(bulk).then(
        (act) => note(act, options.message),
        (error: unknown) => {
          if (error instanceof UnreachableError) writeHere();
          else showFailure(error);
        },
      );
    },
    wroteLately: (id) => Date.now() - (written.get(id) ?? 0) < latelyMs,
    undoLast: () => {
      const act = acts.at(-1);
      if (act === undefined) return;
      undo(act);
      showToast({ title: t('data.undone') });
    },
    offerUndo: (cause, message) => note({ cause, inverse: [] }, message),
  };
}

/** The server takes back what it has: what is still on its way would be written after. */
async function whenSent(replica: Replica, cause: string): Promise<void> {
  while (!replica.isSent(cause)) {
    const { connection } = replica.status();
    if (connection === 'offline' || connection === 'signed-out') throw new UnreachableError();
    await nextStatus(replica);
  }
}

async function nextStatus(replica: Replica): Promise<void> {
  await new Promise<void>((resolve) => {
    const stop = replica.onStatus(() => {
      stop();
      resolve();
    });
  });
}

/** The write that puts a record back as it is now. */
function invert(replica: Replica, { entity, verb, id, values }: Write): Write {
  const now = replica.get(entity, id) ?? {};
  switch (verb) {
    case 'create':
      return { entity, id, verb: canArchive(entity) ? 'archive' : 'delete', values: {} };
    case 'archive':
      return { entity, id, verb: 'restore', values: now };
    case 'restore':
      return { entity, id, verb: 'archive', values: {} };
    case 'delete':
      return { entity, id, verb: 'create', values: now };
    case 'update': {
      const before = Object.keys(values).map((field) => [field, now[field] ?? null] as const);
      return { entity, id, verb: 'update', values: Object.fromEntries(before) };
    }
  }
}

function canArchive(entity: string): boolean {
  return MODEL.entity(entity).rules.archive !== undefined;
}

function showUndoFailure(error: unknown): void {
  if (error instanceof UnreachableError)
    showToast({ title: t('data.undoOffline'), text: t('connection.tryAgain'), tone: 'failure' });
  else showFailure(error);
}

/** A refusal in its own words; anything else is a bug and thrown. */
export function showFailure(error: unknown): void {
  if (error instanceof Refusal) {
    showToast({
      title: error.body.message,
      text: `${error.body.why} ${error.body.fix}`.trim(),
      tone: 'failure',
    });
  } else if (error instanceof UnreachableError) {
    showToast({ title: t('connection.unreachable'), text: t('connection.tryAgain'), tone: 'failure' });
  } else {
    throw error;
  }
}
