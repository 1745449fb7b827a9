import { textOf, type Json, type JsonObject } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import type { StoredRecord } from '@throughline/db';
import type { OperationRequest } from '../execute.ts';
import { parseValues } from '../records/parse-values.ts';
import { present } from '../records/present.ts';
import { updateFromValues } from '../records/update-record.ts';
import type { Work } from '../work.ts';
import { lockSession, lockVerdicts, mustBeThere, refuseField, scalesOf } from './scoring.ts';

/** What was agreed for one idea, by field id, and the act that wrote it. */
export type Agreement = {
  readonly values: { readonly [field: string]: Json };
  readonly by: string | null;
  readonly at: string;
  readonly act: string;
};

type Item = {
  readonly record: string;
  readonly values: JsonObject;
  /** When the agreement was made that the writer knows of, null where he knows of none; not judged when left out. */
  readonly knows?: string | null;
};

/** Writes what was agreed into the ideas, and keeps it in their verdicts: one act, taken back as one. */
export async function agreeScoring(work: Work, { id = '', input }: OperationRequest): Promise<JsonObject> {
  const session = await lockSession(work, id, 'agree');
  const { items } = input as unknown as { items: readonly Item[] };
  if (new Set(items.map(({ record }) => record)).size < items.length)
    throw refuseField('items', 'repeated', 'Each idea is named once.');
  const verdicts = await lockVerdicts(
    work,
    session,
    items.map(({ record }) => record),
  );
  for (const [at, item] of items.entries()) await agreeOne(work, session, { item, verdict: verdicts[at] });
  const entity = work.entity('scoring');
  const after = await work.update(entity, session, { values: { updatedAt: work.now }, verb: 'agree' });
  return present(work.fieldsOf(entity), after.id, after.values);
}

type Agreeing = { readonly item: Item; readonly verdict: StoredRecord | undefined };

async function agreeOne(work: Work, session: StoredRecord, { item, verdict }: Agreeing): Promise<void> {
  if (verdict?.values['revealedAt'] === undefined)
    throw new Refusal('not_possible', {
      message: 'The scores of this idea are not revealed.',
      why: 'What people give apart is agreed once all have seen it.',
      fix: 'Reveal them first.',
    });
  const known = (verdict.values['agreements'] ?? []) as unknown as readonly Agreement[];
  refuseUnseen(known.at(-1), item);
  const entity = work.entity('idea');
  const idea = await work.read(entity, item.record, { lock: true });
  work.allow(entity, 'update', idea);
  if (idea.values['archivedAt'] !== undefined)
    throw new Refusal('not_possible', {
      message: `“${textOf(idea.values['title'])}” was archived meanwhile.`,
      fix: 'Restore it, or leave it out.',
    });
  const values = parseAgreed(work, session, { input: item.values, idea });
  await updateFromValues(work, entity, { record: idea, values });
  const agreement: Agreement = { values, by: work.actor.person, at: work.now, act: work.cause };
  await work.update(work.entity('verdict'), verdict, {
    values: { agreements: [...known, agreement] as unknown as Json },
  });
}

/** Somebody agreed on another value a moment ago: it is looked at before it is written over. */
function refuseUnseen(last: Agreement | undefined, { knows }: Item): void {
  if (knows === undefined || knows === (last?.at ?? null)) return;
  throw new Refusal('stale_edit', {
    message: 'Something was agreed for this idea a moment ago.',
    why: 'Somebody else agreed it, or took it back.',
    fix: 'Look at what was agreed, and agree anew if it must be another value.',
  });
}

type Agreed = { readonly input: JsonObject; readonly idea: StoredRecord };

/** Fields of the session alone, and those that are still there; the idea's field judges the value. */
function parseAgreed(work: Work, session: StoredRecord, { input, idea }: Agreed): Agreement['values'] {
  const scales = scalesOf(session);
  const names = Object.keys(input);
  if (names.length === 0) throw refuseField('values', 'required', 'Name a value for one field at least.');
  const entries = names.map((name) => {
    const scale = scales.find(({ field, key }) => field === name || key === name);
    if (scale === undefined)
      throw refuseField(
        'values',
        'not_in_session',
        `The session is not about a field “${name.slice(0, 60)}”.`,
      );
    mustBeThere(work, scale);
    return [scale.field, input[name] ?? null] as const;
  });
  const space = textOf(idea.values['space']);
  const target = { ...work, entity: work.entity('idea'), space };
  return parseValues(target, Object.fromEntries(entries));
}
