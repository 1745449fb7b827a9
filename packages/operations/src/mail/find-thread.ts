/** Which feedback a mail goes on with. */
import { textOf } from '@throughline/base';
import type { StoredRecord } from '@throughline/db';
import { leadOf } from '../records/lead-of.ts';
import { findIdentities } from '../import/reference-index.ts';
import type { Work } from '../work.ts';
import { MAIL } from './mail-identity.ts';

/** `<answer_…@host>`: mails of our own carry the answer or the notice that they are. */
const OWN = /^<((?:answer|notice)_[0-9a-z]{26})@/;

export function letterNamed(id: string): string | undefined {
  return OWN.exec(id)?.[1];
}

/** The feedback of the nearest mail that is known; only of the mailbox's own space. */
export async function findThread(
  work: Work,
  answers: readonly string[],
  space: string,
): Promise<StoredRecord | undefined> {
  const wanted = answers.map((external) => ({ system: MAIL, external }));
  const [asFeedback, asComment] = [
    await findIdentities(work, 'feedback', wanted),
    await findIdentities(work, 'comment', wanted),
  ];
  for (const id of answers) {
    const key = `${MAIL} ${id}`;
    const found = asFeedback.get(key) ?? (await owner(work, asComment.get(key) ?? letterNamed(id)));
    const feedback = found === undefined ? undefined : await work.find(work.entity('feedback'), found);
    if (feedback?.values['space'] === space) return leadOf(work, work.entity('feedback'), feedback);
  }
  return undefined;
}

/** The feedback that a comment or an answer is about. */
async function owner(work: Work, id: string | undefined): Promise<string | undefined> {
  const entity = id === undefined ? undefined : work.model.entityOfId(id);
  const record = id === undefined || entity === undefined ? undefined : await work.find(entity, id);
  const about = record?.values[entity?.name === 'answer' ? 'feedback' : 'record'];
  return about === undefined ? undefined : textOf(about);
}
