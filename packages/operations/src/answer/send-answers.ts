/** Sends what was approved, each at least once: a repeat after a crash has the same id for the receiver to tell. */
import { textOf, type JsonObject } from '@throughline/base';
import { loadRecords, type StoredRecord } from '@throughline/db';
import { SYSTEM } from '../access/actor.ts';
import { executeWith } from '../execute.ts';
import type { Runtime } from '../runtime.ts';
import { MAIL } from '../mail/mail-identity.ts';
import type { Work } from '../work.ts';

export type Letter = {
  /** The answer's: the same each time it is tried. */
  readonly id: string;
  readonly workspace: string;
  readonly contact: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly language: string;
  /** The mail by which the customer asked, where it was one. */
  readonly answers?: string;
};

/** What came of trying: a fault that lasts is told, another is tried again later. */
export type Delivery = { readonly fault: string; readonly lasts: boolean } | null;

export type Deliver = (letter: Letter) => Promise<Delivery>;

/** At once; the rest is for the next time. */
const MOST = 100;
/** After so long an attempt that nobody heard of again is taken for lost. */
const LOST_MS = 600_000;

type Due = { readonly workspace: string; readonly id: string };

/** Answers how many went out. */
export async function sendAnswers(runtime: Runtime, deliver: Deliver): Promise<number> {
  const lost = new Date(runtime.ids.now() - LOST_MS).toISOString();
  const { rows } = await runtime.database.query<Due>(
    `select workspace_id as workspace, id from answer
     where state = 'approved' or (state = 'sending' and updated_at < $1::timestamptz)
     order by updated_at limit ${MOST}`,
    [lost],
  );
  let sent = 0;
  for (const due of rows) {
    const letter = await claim(runtime, due, lost);
    if (letter === null) continue;
    const delivery = await deliver(letter);
    await note(runtime, due, delivery);
    if (delivery === null) sent += 1;
    // The mail server takes nothing now: the others wait for the next time.
    else if (!delivery.lasts) break;
  }
  return sent;
}

/** Null where somebody else has it, or the customer does not want it any more. */
async function claim(runtime: Runtime, { workspace, id }: Due, lost: string): Promise<Letter | null> {
  const request = { workspace, actor: SYSTEM, source: 'system' } as const;
  const { result } = await executeWith(runtime, request, async (work) => {
    const entity = work.entity('answer');
    const answer = await work.find(entity, id, { lock: true });
    if (!answer || !isDue(answer, lost)) return {};
    const reader = await readerOf(work, textOf(answer.values['contact'] ?? ''));
    await work.update(entity, answer, { values: { state: reader === null ? 'skipped' : 'sending' } });
    return reader === null
      ? {}
      : { ...letterOf(workspace, answer, reader), ...(await threadOf(work, answer)) };
  });
  return 'to' in result ? (result as unknown as Letter) : null;
}

function isDue({ values }: StoredRecord, lost: string): boolean {
  if (values['state'] === 'approved') return true;
  return values['state'] === 'sending' && textOf(values['updatedAt'] ?? '') < lost;
}

type Reader = { readonly to: string; readonly name: string };

async function readerOf(work: Work, id: string): Promise<Reader | null> {
  const table = work.tableOf(work.entity('contact'));
  const contact = (await loadRecords(work.tx, table, work.state.id, { ids: [id] })).get(id);
  const { email, name = '', archivedAt, erasedAt, unsubscribedAt } = contact?.values ?? {};
  const isGone = [archivedAt, erasedAt, unsubscribedAt].some((each) => each !== undefined);
  return typeof email === 'string' && !isGone ? { to: email, name: textOf(name) } : null;
}

function letterOf(workspace: string, { id, values }: StoredRecord, { to, name }: Reader): JsonObject {
  return {
    id,
    workspace,
    contact: textOf(values['contact']),
    to,
    subject: textOf(values['subject']),
    text: textOf(values['body']).replaceAll('{name}', () => name),
    language: textOf(values['language'] ?? 'en'),
  };
}

/** Mail programs show what stands in the thread of a mail beside it. */
async function threadOf(work: Work, { values }: StoredRecord): Promise<JsonObject> {
  const { feedback: id } = values;
  const feedback = typeof id === 'string' ? await work.find(work.entity('feedback'), id) : undefined;
  const sources = (feedback?.values['sources'] ?? []) as readonly {
    readonly system: string;
    readonly id: string;
  }[];
  const mail = sources.find(({ system }) => system === MAIL);
  return mail === undefined ? {} : { answers: mail.id };
}

async function note(runtime: Runtime, { workspace, id }: Due, delivery: Delivery): Promise<void> {
  const request = { workspace, actor: SYSTEM, source: 'system' } as const;
  await executeWith(runtime, request, async (work) => {
    const entity = work.entity('answer');
    const answer = await work.find(entity, id, { lock: true });
    if (!answer) return {};
    const values =
      delivery === null
        ? { state: 'sent', sentAt: work.now, fault: null }
        : { state: delivery.lasts ? 'failed' : 'approved', fault: delivery.fault.slice(0, 500) };
    await work.update(entity, answer, { values });
    return {};
  });
}
