/** Letters go out as mails, with a way to be told nothing more. */
import type { Delivery, Letter } from '@throughline/operations';
import type { PortalKeys } from '../portal/portal-keys.ts';
import { isRefusedForGood, type Mailer } from './mailer.ts';

export type LetterMails = {
  readonly mailer: Mailer;
  readonly keys: PortalKeys;
  /** How browsers reach the server. */
  readonly url: string;
};

export type Leaving = {
  /** What follows the text, and the link. */
  readonly words: string;
  readonly link: string;
  /** The mail that it goes on with. */
  readonly answers?: string | undefined;
};

/** Links in mails lead somewhere for as long as mails are kept. */
export const FOR_GOOD = Date.UTC(9999, 0);

export async function deliverLetter(
  { mailer, url }: LetterMails,
  { id, to, subject, text }: Letter,
  { words, link, answers }: Leaving,
): Promise<Delivery> {
  try {
    await mailer.send({
      to,
      subject,
      text: `${text}\n\n-- \n${words} ${link}\n`,
      messageId: `<${id}@${new URL(url).hostname}>`,
      ...(answers === undefined ? {} : { inReplyTo: answers, references: answers }),
      headers: {
        'List-Unsubscribe': `<${link}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        'Auto-Submitted': 'auto-generated',
      },
    });
    return null;
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    return { fault, lasts: isRefusedForGood(error) };
  }
}
