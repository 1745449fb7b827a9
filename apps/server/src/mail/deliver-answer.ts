/** Answers go out as mails, with a way to be told nothing more. */
import type { Deliver } from '@throughline/operations';
import type { PortalKeys } from '../portal/portal-keys.ts';
import { wordsIn } from '../portal/portal-words.ts';
import { isRefusedForGood, type Mailer } from './mailer.ts';

export type AnswerMails = {
  readonly mailer: Mailer;
  readonly keys: PortalKeys;
  /** How browsers reach the server. */
  readonly url: string;
};

/** Links in mails lead somewhere for as long as mails are kept. */
const FOR_GOOD = Date.UTC(9999, 0);

export function makeDeliver({ mailer, keys, url }: AnswerMails): Deliver {
  const { hostname } = new URL(url);
  return async ({ id, workspace, contact, to, subject, text, language, answers }) => {
    const leave = `${url}/unsubscribe?token=${keys.sign('leave', [workspace, contact, language], FOR_GOOD)}`;
    try {
      await mailer.send({
        to,
        subject,
        text: `${text}\n\n-- \n${wordsIn(language).leaveText} ${leave}\n`,
        messageId: `<${id}@${hostname}>`,
        ...(answers === undefined ? {} : { inReplyTo: answers, references: answers }),
        headers: {
          'List-Unsubscribe': `<${leave}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          'Auto-Submitted': 'auto-generated',
        },
      });
      return null;
    } catch (error) {
      const fault = error instanceof Error ? error.message : String(error);
      return { fault, lasts: isRefusedForGood(error) };
    }
  };
}
