import { createPrepared } from '../records/create-record.ts';
import { excerptOf } from '../rules/record-space.ts';
import type { Runtime } from '../runtime.ts';
import { mustBeLetWrite, publicityOf, writeAtPortal, type PortalVisit } from './portal-visit.ts';
import { readWords } from './read-words.ts';
import { POST_LIMITS } from './submit-post.ts';
import { publicPost } from './vote-for-post.ts';

export type CommentInput = {
  /** Key of the post. */
  readonly post: string;
  readonly body: string;
  readonly idempotencyKey?: string;
};

/** What a customer adds to a post. */
export async function commentOnPost(
  runtime: Runtime,
  visit: PortalVisit,
  { idempotencyKey, ...input }: CommentInput,
): Promise<{ readonly isWaiting: boolean }> {
  const write = { name: 'portal.comment', input, ...(idempotencyKey ? { idempotencyKey } : {}) } as const;
  const result = await writeAtPortal(runtime, visit, write, async (work, portal) => {
    mustBeLetWrite(portal, visit.contact);
    const post = await publicPost(work, portal, input.post);
    const body = readWords('comment', input.body, { length: POST_LIMITS.comment, isRequired: true });
    const publicity = publicityOf(portal, visit.contact);
    await createPrepared(work, work.entity('comment'), {
      values: {
        record: post.id,
        space: post.values['space'] ?? null,
        body,
        excerpt: excerptOf(body),
        publicity,
        ...(visit.contact === null ? {} : { contact: visit.contact }),
      },
    });
    return { isWaiting: publicity === 'waiting' };
  });
  return { isWaiting: result['isWaiting'] === true };
}
