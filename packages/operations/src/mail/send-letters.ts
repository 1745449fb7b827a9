/** Sends what was approved, each at least once: a repeat after a crash has the same id for the receiver to tell. */
import { textOf, type JsonObject } from '@throughline/base';
import type { StoredRecord } from '@throughline/db';
import { SYSTEM } from '../access/actor.ts';
import { executeWith } from '../execute.ts';
import type { Runtime } from '../runtime.ts';
import type { Work } from '../work.ts';

export type Letter = {
  /** Of the record that it is: the same each time it is tried. */
  readonly id: string;
  readonly workspace: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly language: string;
};

/** What came of trying: a fault that lasts is told, another is tried again later. */
export type Delivery = { readonly fault: string; readonly lasts: boolean } | null;

export type Deliver<Kind extends Letter> = (letter: Kind) => Promise<Delivery>;

/** Records with the fields state, sentAt and fault, one for each letter. */
export type Correspondence = {
  readonly entity: 'answer' | 'notice' | 'response';
  /** Those alone that go by this connection, or by mail where it is null; all where it is left out. */
  readonly connection?: string | null;
  /** The letter without its id and workspace; null where it is not to be sent any more. */
  readonly compose: (work: Work, record: StoredRecord) => Promise<JsonObject | null>;
};

/** At once; the rest is for the next time. */
const MOST = 100;
/** After so long an attempt that nobody heard of again is taken for lost. */
const LOST_MS = 600_000;

type Due = { readonly workspace: string; readonly id: string };

/** Answers how many went out. */
export async function sendLetters<Kind extends Letter>(
  runtime: Runtime,
  correspondence: Correspondence,
  deliver: Deliver<Kind>,
): Promise<number> {
  const lost = new Date(runtime.ids.now() - LOST_MS).toISOString();
  const isTaken = conditionOf(correspondence);
  const { rows } = await runtime.database.query<Due>(
    `select workspace_id as workspace, id from ${correspondence.entity}
     where (state = 'approved' or (state = 'sending' and updated_at < $1::timestamptz))${isTaken}
     order by updated_at limit ${MOST}`,
    correspondence.connection ? [lost, correspondence.connection] : [lost],
  );
  let sent = 0;
  for (const due of rows) {
    const letter = await claim<Kind>(runtime, { ...correspondence, due, lost });
    if (letter === null) continue;
    const delivery = await deliver(letter);
    await note(runtime, { entity: correspondence.entity, due, delivery });
    if (delivery === null) sent += 1;
    // The mail server takes nothing now: the others wait for the next time.
    else if (!delivery.lasts) break;
  }
  return sent;
}

function conditionOf({ connection }: Correspondence): string {
  if (connection === undefined) return '';
  return connection === null ? ' and connection is null' : ' and connection = $2';
}

type Claim = Correspondence & { readonly due: Due; readonly lost: string };

/** Null where somebody else has it, or the customer does not want it any more. */
async function claim<Kind extends Letter>(
  runtime: Runtime,
  { entity: name, compose, due: { workspace, id }, lost }: Claim,
): Promise<Kind | null> {
  const request = { workspace, actor: SYSTEM, source: 'system' } as const;
  const { result } = await executeWith(runtime, request, async (work) => {
    const entity = work.entity(name);
    const record = await work.find(entity, id, { lock: true });
    if (!record || !isDue(record, lost)) return {};
    const letter = await compose(work, record);
    await work.update(entity, record, { values: { state: letter === null ? 'skipped' : 'sending' } });
    return letter === null ? {} : { id, workspace, ...letter };
  });
  return 'to' in result ? (result as unknown as Kind) : null;
}

function isDue({ values }: StoredRecord, lost: string): boolean {
  if (values['state'] === 'approved') return true;
  return values['state'] === 'sending' && textOf(values['updatedAt'] ?? '') < lost;
}

type Tried = { readonly entity: string; readonly due: Due; readonly delivery: Delivery };

async function note(runtime: Runtime, { entity: name, due, delivery }: Tried): Promise<void> {
  const { workspace, id } = due;
  const request = { workspace, actor: SYSTEM, source: 'system' } as const;
  await executeWith(runtime, request, async (work) => {
    const entity = work.entity(name);
    const record = await work.find(entity, id, { lock: true });
    if (!record) return {};
    const values =
      delivery === null
        ? { state: 'sent', sentAt: work.now, fault: null }
        : { state: delivery.lasts ? 'failed' : 'approved', fault: delivery.fault.slice(0, 500) };
    await work.update(entity, record, { values });
    return {};
  });
}
