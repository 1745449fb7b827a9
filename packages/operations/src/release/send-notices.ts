import { textOf, type JsonObject } from '@throughline/base';
import type { StoredRecord } from '@throughline/db';
import { readerOf } from '../mail/reader-of.ts';
import { sendLetters, type Deliver, type Letter } from '../mail/send-letters.ts';
import type { Runtime } from '../runtime.ts';
import type { Work } from '../work.ts';

export type NoticeLetter = Letter & {
  readonly subscription: string;
  /** Where the entry stands, below the server's address. */
  readonly path: string;
};

/** Mails what was published to those who subscribed; tells how many mails went out. */
export async function sendNotices(runtime: Runtime, deliver: Deliver<NoticeLetter>): Promise<number> {
  return sendLetters(runtime, { entity: 'notice', compose }, deliver);
}

/** Nobody is mailed what was taken back, nor who left meanwhile. */
async function compose(work: Work, { values }: StoredRecord): Promise<JsonObject | null> {
  const entry = await work.find(work.entity('entry'), textOf(values['entry']));
  const subscription = await work.find(work.entity('subscription'), textOf(values['subscription']));
  if (!entry || !subscription || !isPublic(entry) || isArchived(subscription)) return null;
  const portal = await work.find(work.entity('portal'), textOf(entry.values['portal']));
  const reader = await readerOf(work, textOf(values['contact']));
  if (!portal || isArchived(portal) || reader === null) return null;
  if ((reader.unsubscribedAt ?? '') > textOf(subscription.values['confirmedAt'])) return null;
  return {
    to: reader.to,
    subject: textOf(entry.values['title']),
    text: textOf(entry.values['text']),
    language: textOf(entry.values['language'] ?? portal.values['language'] ?? 'en'),
    subscription: subscription.id,
    path: `/portal/${textOf(portal.values['slug'])}/changelog/${entry.id}`,
  };
}

function isPublic(entry: StoredRecord): boolean {
  return entry.values['state'] === 'published' && !isArchived(entry);
}

function isArchived({ values }: StoredRecord): boolean {
  return values['archivedAt'] !== undefined;
}
