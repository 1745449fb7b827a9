/** Sends mail through the server that the administrator named; without one nothing is sent, and screens say so. */
import { createTransport } from 'nodemailer';

export type Mail = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** `<…@host>`: the same for a mail that is sent again. */
  readonly messageId?: string;
  /** The mail it goes on with. */
  readonly inReplyTo?: string;
  readonly references?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

export type Mailer = {
  /** Resolves once the mail server took it; rejects when it did not. */
  readonly send: (mail: Mail) => Promise<void>;
};

/**
 * From `THROUGHLINE_MAIL_URL` (`smtp://user:password@host:587`, `smtps://…`) and `THROUGHLINE_MAIL_FROM`; null where
 * they are missing.
 */
export function openMailer(environment: Readonly<Record<string, string | undefined>>): Mailer | null {
  const url = environment['THROUGHLINE_MAIL_URL'];
  const from = environment['THROUGHLINE_MAIL_FROM'];
  if (url === undefined || url === '') return null;
  if (from === undefined || from === '')
    throw new Error('THROUGHLINE_MAIL_FROM is missing: the address that mails come from.');
  const transport = createTransport(url);
  return {
    send: async (mail) => {
      await transport.sendMail({ from, ...mail });
    },
  };
}

/** Whether the mail server has refused for good: RFC 5321, 4.2.1, replies of the class 5. */
export function isRefusedForGood(error: unknown): boolean {
  const code = (error as { readonly responseCode?: unknown }).responseCode;
  return typeof code === 'number' && code >= 500;
}
