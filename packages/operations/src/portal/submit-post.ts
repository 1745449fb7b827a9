import type { JsonObject } from '@throughline/base';
import type { Values } from '@throughline/model';
import type { StoredRecord } from '@throughline/db';
import { createPrepared } from '../records/create-record.ts';
import type { Runtime } from '../runtime.ts';
import type { Work } from '../work.ts';
import { addVote } from './add-vote.ts';
import { contactOf } from './contact-of.ts';
import { mustBeLetWrite, publicityOf, writeAtPortal, type PortalVisit } from './portal-visit.ts';
import { readWords } from './read-words.ts';

/** A picture that somebody sent along; its bytes are kept already. */
type Picture = {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly hash: string;
};

/** What came along from the page of another site, each part only because the person said so. */
export type FromSite = {
  readonly page?: { readonly url: string; readonly title?: string };
  readonly picture?: Picture;
};

export type PostInput = {
  readonly title: string;
  readonly body?: string;
  /** Where a stranger is reached; it proves nothing. */
  readonly email?: string;
  /** Given for what was written in the widget. */
  readonly site?: FromSite;
  /** The same for the same form sent twice. */
  readonly idempotencyKey?: string;
};

/** In UTF-16 code units. */
export const POST_LIMITS = { title: 200, body: 20_000, comment: 5_000 } as const;

export type Submitted = { readonly id: string; readonly key: string; readonly isWaiting: boolean };

/** A customer's request becomes feedback in the portal's space, and a post of the portal with their vote. */
export async function submitPost(
  runtime: Runtime,
  visit: PortalVisit,
  { idempotencyKey, ...input }: PostInput,
): Promise<Submitted> {
  const write = { name: 'portal.submit', input, ...(idempotencyKey ? { idempotencyKey } : {}) } as const;
  const result = await writeAtPortal(runtime, visit, write, async (work, portal) => {
    mustBeLetWrite(portal, visit.contact);
    const post = await createPrepared(work, work.entity('feedback'), {
      values: await postValues(work, { portal, contact: visit.contact, input }),
    });
    if (visit.contact !== null) await addVote(work, post, visit.contact);
    await addPicture(work, post, input.site?.picture);
    return describePost(post);
  });
  return result as Submitted;
}

type Submitting = {
  readonly portal: StoredRecord;
  readonly contact: string | null;
  readonly input: PostInput;
};

async function postValues(work: Work, { portal, contact, input }: Submitting): Promise<Values> {
  const title = readWords('title', input.title, { length: POST_LIMITS.title, isRequired: true });
  const body = readWords('body', input.body ?? '', { length: POST_LIMITS.body });
  const known = contact === null ? undefined : await work.find(work.entity('contact'), contact);
  const reached = contact ?? (await contactOf(work, { email: input.email ?? '' }))?.id;
  const company = known?.values['company'];
  return {
    title,
    state: 'new',
    channel: input.site === undefined ? 'portal' : 'widget',
    receivedAt: work.now,
    portal: portal.id,
    // What strangers write on other sites is always read first: there programs reach more easily.
    publicity: input.site !== undefined && contact === null ? 'waiting' : publicityOf(portal, contact),
    space: portal.values['space'] ?? null,
    ...(body === '' ? {} : { body }),
    ...(input.site?.page === undefined ? {} : { link: input.site.page }),
    ...(reached === undefined ? {} : { contact: reached }),
    // What a stranger claims counts for no company.
    ...(company === undefined ? {} : { company }),
  };
}

async function addPicture(work: Work, post: StoredRecord, picture: Picture | undefined): Promise<void> {
  if (picture === undefined) return;
  const { space = null } = post.values;
  await createPrepared(work, work.entity('attachment'), { values: { record: post.id, space, ...picture } });
}

function describePost({ id, values }: StoredRecord): JsonObject {
  return { id, key: values['key'] ?? '', isWaiting: values['publicity'] === 'waiting' };
}
