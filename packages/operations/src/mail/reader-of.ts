import { textOf } from '@throughline/base';
import type { Work } from '../work.ts';

export type Reader = {
  readonly to: string;
  readonly name: string;
  /** Since then they are told nothing more of what they asked for. */
  readonly unsubscribedAt: string | null;
};

/** The contact behind a letter; null where nobody can be written to. */
export async function readerOf(work: Work, id: string): Promise<Reader | null> {
  const contact = await work.find(work.entity('contact'), id);
  const { email, name = '', archivedAt, erasedAt, unsubscribedAt } = contact?.values ?? {};
  if (typeof email !== 'string' || archivedAt !== undefined || erasedAt !== undefined) return null;
  return {
    to: email,
    name: textOf(name),
    unsubscribedAt: unsubscribedAt === undefined ? null : textOf(unsubscribedAt),
  };
}
