import { textOf } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import type { StoredRecord } from '@throughline/db';
import { findOne } from '../rules/find-one.ts';
import type { Runtime } from '../runtime.ts';
import type { Work } from '../work.ts';
import { mustSignIn, writeAtPortal, type PortalVisit } from './portal-visit.ts';
import { addVote } from './add-vote.ts';

/** Gives a contact's vote to a post, or takes it back; doing either twice changes nothing. */
export async function voteForPost(
  runtime: Runtime,
  visit: PortalVisit,
  { post: key, isFor }: { readonly post: string; readonly isFor: boolean },
): Promise<void> {
  const { contact } = visit;
  if (contact === null) throw mustSignIn();
  await writeAtPortal(
    runtime,
    visit,
    { name: 'portal.vote', input: { key, isFor } },
    async (work, portal) => {
      const post = await publicPost(work, portal, key);
      const entity = work.entity('vote');
      const given = await findOne(work, entity, { record: post.id, contact, field: null, round: null });
      if (isFor && !given) await addVote(work, post, contact);
      if (!isFor && given) {
        work.allow(entity, 'delete', given);
        await work.remove(entity, given);
      }
      return {};
    },
  );
}

/** A post that customers see, by its key. */
export async function publicPost(work: Work, portal: StoredRecord, key: string): Promise<StoredRecord> {
  const post = await findOne(work, work.entity('feedback'), { key, portal: portal.id, archivedAt: null });
  if (post?.values['publicity'] === 'public') return post;
  throw new Refusal('not_found', { message: `There is no request ${textOf(key).slice(0, 60)} here.` });
}
