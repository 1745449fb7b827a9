import { textOf, type JsonObject } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import type { StoredRecord } from '@throughline/db';
import type { OperationRequest } from '../execute.ts';
import { addVote } from '../portal/add-vote.ts';
import { createPrepared } from '../records/create-record.ts';
import { present } from '../records/present.ts';
import { takeOver, takeReactions } from '../records/take-over.ts';
import { findAll, findOne } from '../rules/find-one.ts';
import { excerptOf } from '../rules/record-space.ts';
import type { Work } from '../work.ts';

/**
 * Makes other feedback part of this one, because it asks for the same: votes, quotes, comments and files go over, and
 * who wrote it votes for this one, so that they count and are told. What was merged is archived and leads here. All
 * changes share one cause, so that one undo takes it back.
 */
export async function mergeFeedback(work: Work, { id = '', input }: OperationRequest): Promise<JsonObject> {
  const entity = work.entity('feedback');
  const { from } = input as { from: readonly string[] };
  const into = await readUnmerged(work, id);
  for (const other of [...new Set(from)].toSorted()) await mergeOne(work, into, other);
  const merged = (await work.find(entity, id)) ?? into;
  return present(work.fieldsOf(entity), id, merged.values);
}

async function readUnmerged(work: Work, id: string): Promise<StoredRecord> {
  const entity = work.entity('feedback');
  const feedback = await work.read(entity, id, { lock: true });
  work.allow(entity, 'merge', feedback);
  if (feedback.values['mergedInto'] === undefined) return feedback;
  throw refuse(`${textOf(feedback.values['key'])} is merged already.`);
}

async function mergeOne(work: Work, into: StoredRecord, id: string): Promise<void> {
  if (id === into.id) throw refuse('Feedback cannot be merged into itself.');
  const merged = await readUnmerged(work, id);
  checkPlaces(into, merged);
  for (const name of ['comment', 'attachment'] as const) {
    const entity = work.entity(name);
    for (const record of await findAll(work, entity, { record: id }))
      await work.update(entity, record, { values: { record: into.id } });
  }
  await takeOver(work, {
    name: 'vote',
    from: id,
    into,
    same: ({ person, contact, field }) =>
      [person ?? contact, field].map((each) => textOf(each ?? '')).join(' '),
  });
  await voteForAuthor(work, into, merged);
  await takeReactions(work, id, into);
  await takeEvidence(work, into, id);
  await work.update(work.entity('feedback'), merged, {
    values: {
      mergedInto: into.id,
      archivedAt: merged.values['archivedAt'] ?? work.now,
      handledAt: merged.values['handledAt'] ?? work.now,
    },
    verb: 'merge',
  });
}

/** What customers see of a request, and who may read it, is not changed behind their backs. */
function checkPlaces(into: StoredRecord, merged: StoredRecord): void {
  if (into.values['space'] !== merged.values['space'])
    throw refuse('Both must be in one space.', 'Move one of them there first.');
  if (into.values['archivedAt'] !== undefined)
    throw refuse('It is archived.', 'Restore it first, or merge it the other way round.');
  if (merged.values['publicity'] !== 'public') return;
  if (into.values['publicity'] === 'public' && into.values['portal'] === merged.values['portal']) return;
  throw refuse(
    `Customers see ${textOf(merged.values['key'])} on a portal, and not the other.`,
    'Merge them the other way round.',
  );
}

async function voteForAuthor(work: Work, into: StoredRecord, merged: StoredRecord): Promise<void> {
  const contact = merged.values['contact'];
  if (typeof contact !== 'string' || contact === into.values['contact']) return;
  const given = await findOne(work, work.entity('vote'), { record: into.id, contact, field: null });
  if (given === undefined) await addVote(work, into, contact);
}

/** Quotes stay what they are, and whoever wrote this one stands behind the same ideas. */
async function takeEvidence(work: Work, into: StoredRecord, from: string): Promise<void> {
  const entity = work.entity('insight');
  const taken = await findAll(work, entity, linksOf(from));
  const ideas = new Map((await findAll(work, entity, linksOf(into.id))).map((link) => [ideaOf(link), link]));
  for (const insight of taken) {
    await work.update(entity, insight, { values: { feedback: into.id, quoteStart: null, quoteEnd: null } });
    if (insight.values['archivedAt'] !== undefined || ideas.has(ideaOf(insight))) continue;
    ideas.set(ideaOf(insight), insight);
    await standBehind(work, into, insight);
  }
  const { state } = into.values;
  if (taken.length === 0 || (state !== 'new' && state !== 'open')) return;
  const feedback = work.entity('feedback');
  const current = (await work.find(feedback, into.id, { lock: true })) ?? into;
  await work.update(feedback, current, { values: { state: 'linked', handledAt: work.now } });
}

async function standBehind(work: Work, feedback: StoredRecord, { values }: StoredRecord): Promise<void> {
  const { title, contact, company } = feedback.values;
  await createPrepared(work, work.entity('insight'), {
    values: {
      idea: values['idea'] ?? null,
      space: values['space'] ?? null,
      feedback: feedback.id,
      excerpt: excerptOf(textOf(title ?? '')),
      ...(contact === undefined ? {} : { contact }),
      ...(company === undefined ? {} : { company }),
    },
  });
}

/** Insights that people made; those of votes follow by themselves. */
function linksOf(feedback: string): { readonly feedback: string; readonly vote: null } {
  return { feedback, vote: null };
}

function ideaOf({ values }: StoredRecord): string {
  return textOf(values['idea']);
}

function refuse(message: string, fix?: string): Refusal {
  return new Refusal('not_possible', { message, ...(fix === undefined ? {} : { fix }) });
}
