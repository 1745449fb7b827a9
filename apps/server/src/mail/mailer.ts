/** Sends mail through the server that the administrator named; without one nothing is sent, and screens say so. */
import { createTransport } from 'nodemailer';

export type Mail = { readonly to: string; readonly subject: string; readonly text: string };
/** Resolves once the mail server took it; rejects when it did not. */
export type Mailer = { readonly send: (mail: Mail) => Promise<void> };

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
