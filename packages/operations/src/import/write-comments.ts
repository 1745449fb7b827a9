import { must, type Json } from '@throughline/base';
import type { StoredRecord } from '@throughline/db';
import { placeOf } from '../access/authorise.ts';
import { excerptOf } from '../rules/record-space.ts';
import type { NewRecord, Work } from '../work.ts';
import { loadExisting } from './load-existing.ts';
import type { PreparedComment, PreparedRecord } from './prepare-record.ts';
import { findIdentities, indexIdentities } from './reference-index.ts';
import type { BatchTarget } from './write-batch.ts';

export type WrittenComments = { readonly count: number; readonly changedOwners: ReadonlySet<PreparedRecord> };

type Placed = {
  readonly owner: PreparedRecord;
  readonly comment: PreparedComment;
  readonly system: string;
  readonly external: string;
};

/** Comments of the records that were not left as they are: new ones are added, edited ones follow. */
export async function writeComments(
  work: Work,
  { entity, isDry }: BatchTarget,
  owners: ReadonlyMap<PreparedRecord, StoredRecord>,
): Promise<WrittenComments> {
  const placed = [...owners.keys()].flatMap(placeComments);
  if (placed.length === 0) return { count: 0, changedOwners: new Set() };
  const type = work.entity('comment');
  const known = await findIdentities(work, 'comment', placed);
  const existing = await loadExisting(work, type, [...known.values()]);
  const changedOwners = new Set<PreparedRecord>();
  const fresh: (Placed & { record: NewRecord })[] = [];
  for (const each of placed) {
    const before = existing.get(known.get(`${each.system} ${each.external}`) ?? '');
    if (before?.values['body'] === each.comment.body) continue;
    changedOwners.add(each.owner);
    if (before && !isDry) {
      const { body } = each.comment;
      await work.update(type, before, { values: { body, excerpt: excerptOf(body) } });
    }
    if (before) continue;
    const owner = owners.get(each.owner);
    if (owner)
      fresh.push({ ...each, record: toRecord(each, owner.id, placeOf(entity, owner.id, owner.values)) });
  }
  if (fresh.length > 0 && !isDry) {
    const stored = await work.insert(
      type,
      fresh.map(({ record }) => record),
    );
    await indexIdentities(
      work,
      'comment',
      stored.map(({ id }, index) => ({
        id,
        system: fresh[index]?.system ?? '',
        external: fresh[index]?.external ?? '',
      })),
    );
  }
  return { count: fresh.length, changedOwners };
}

function placeComments(owner: PreparedRecord): Placed[] {
  const { system, id } = must(owner.identities[0]);
  const placed = owner.comments.map((comment) => ({
    owner,
    comment,
    system,
    external: `${id}/${comment.id}`,
  }));
  // A tracker that lists a comment twice means it once.
  return [...new Map(placed.map((each) => [each.external, each])).values()];
}

/** Who wrote it is kept by name; only somebody with an account here owns it. */
function toRecord({ comment, system, external }: Placed, record: string, space: string | null): NewRecord {
  const { body, author, person, createdAt, updatedAt } = comment;
  const values: Record<string, Json> = {
    record,
    space,
    body,
    excerpt: excerptOf(body),
    createdBy: person ?? null,
    sources: [{ system, id: external }],
    ...(author === undefined ? {} : { author }),
    ...((updatedAt ?? createdAt) ? { updatedAt: updatedAt ?? createdAt ?? null } : {}),
  };
  return { values, ...(createdAt ? { occurredAt: createdAt } : {}) };
}
