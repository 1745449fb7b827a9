/** Somebody at a portal: which one, who it is, and how what they do is written. */
import { textOf, type Json, type JsonObject } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import type { StoredRecord } from '@throughline/db';
import type { Actor } from '../access/actor.ts';
import { executeGathered } from '../execute.ts';
import type { Runtime } from '../runtime.ts';
import type { Work } from '../work.ts';

export type PortalVisit = {
  readonly workspace: string;
  readonly portal: StoredRecord;
  /** The contact who signed in; null for a stranger. */
  readonly contact: string | null;
};

export type PortalWrite = {
  /** What it is called where repeats are told apart. */
  readonly name: 'portal.submit' | 'portal.vote' | 'portal.comment' | 'portal.enter' | 'portal.subscribe';
  readonly input: Json;
  readonly idempotencyKey?: string;
};

type OperateAt = (work: Work, portal: StoredRecord) => Promise<JsonObject>;

/** Writes as the visitor, while the portal is open. */
export async function writeAtPortal(
  runtime: Runtime,
  { workspace, portal, contact }: PortalVisit,
  { name, ...write }: PortalWrite,
  operate: OperateAt,
): Promise<JsonObject> {
  const actor: Actor = {
    kind: contact === null ? 'anonymous' : 'contact',
    person: null,
    visitor: { space: textOf(portal.values['space']), contact },
  };
  const request = { workspace, actor, source: 'portal', operation: name, id: portal.id, ...write } as const;
  const outcome = await executeGathered(runtime, request, async (work) => {
    await mustBeThere(work, contact);
    return operate(work, await mustOpen(work, portal.id));
  });
  return outcome.result;
}

async function mustOpen(work: Work, id: string): Promise<StoredRecord> {
  const portal = await work.find(work.entity('portal'), id);
  if (!portal || portal.values['archivedAt'] !== undefined) throw noPortal();
  return portal;
}

/** Whoever was archived or forgotten meanwhile is a stranger again. */
async function mustBeThere(work: Work, contact: string | null): Promise<void> {
  if (contact === null) return;
  const { archivedAt, erasedAt } = (await work.find(work.entity('contact'), contact))?.values ?? {
    archivedAt: '',
  };
  if (archivedAt !== undefined || erasedAt !== undefined) throw mustSignIn();
}

export function noPortal(): Refusal {
  return new Refusal('not_found', {
    message: 'There is no portal here.',
    why: 'Its address is another one, or it was closed.',
    fix: 'Ask whoever gave you the address.',
  });
}

/** Whether what the visitor writes is read by somebody here before others see it. */
export function publicityOf(portal: StoredRecord, contact: string | null): 'waiting' | 'public' {
  const moderation = portal.values['moderation'] ?? 'anonymous';
  const isRead = moderation === 'all' || (moderation === 'anonymous' && contact === null);
  return isRead ? 'waiting' : 'public';
}

/** Strangers may write where the portal lets them. */
export function mustBeLetWrite(portal: StoredRecord, contact: string | null): void {
  if (contact === null && portal.values['anonymous'] !== true) throw mustSignIn();
}

export function mustSignIn(): Refusal {
  return new Refusal('unauthenticated', {
    message: 'Please sign in first.',
    why: 'It is kept under your name, and you are told what becomes of it.',
    fix: 'Enter your e-mail address, and follow the link that we send you.',
  });
}
