/** A mail server on this machine that keeps what it is given, or refuses it. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export type ReceivedMail = { readonly to: readonly string[]; readonly source: string };

export type MailBox = {
  /** For `THROUGHLINE_MAIL_URL`. */
  readonly url: string;
  readonly mails: readonly ReceivedMail[];
  /** Mails to addresses that begin so are refused with this reply; none when null. */
  readonly refuse: (start: string, code: number | null) => void;
  readonly close: () => Promise<void>;
};

export async function openMailBox(): Promise<MailBox> {
  const mails: ReceivedMail[] = [];
  const refused = new Map<string, number>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) => {
      const code = [...refused].find(([start]) => address.startsWith(start))?.[1];
      done(code === undefined ? null : Object.assign(new Error('Not now, not here'), { responseCode: code }));
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        mails.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          source: Buffer.concat(parts).toString(),
        });
        done();
      });
    },
  });
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    refuse: (start, code) => void (code === null ? refused.delete(start) : refused.set(start, code)),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
