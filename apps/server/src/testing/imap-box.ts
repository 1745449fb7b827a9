/** A mail server on this machine with one folder, as far of RFC 3501 as a reader needs: it keeps what it is given. */
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

export type ImapBox = {
  /** `127.0.0.1:<port>` */
  readonly server: string;
  readonly put: (source: string) => void;
  /** As a server does that was set up anew: numbers begin again. */
  readonly renumber: () => void;
  /** What readers have asked for. */
  readonly commands: readonly string[];
  readonly close: () => Promise<void>;
};

type Mail = { readonly uid: number; readonly source: string };

export async function openImapBox(user: string, password: string): Promise<ImapBox> {
  const commands: string[] = [];
  const sockets = new Set<Socket>();
  const folder = { validity: 1, next: 1, mails: [] as Mail[] };
  const put = (source: string): void => {
    folder.mails.push({ uid: folder.next, source });
    folder.next += 1;
  };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.write('* OK ready\r\n');
    createInterface({ input: socket, crlfDelay: Infinity }).on('line', (line) => {
      const [tag = '', ...words] = line.split(' ');
      const command = words.join(' ');
      commands.push(command.replace(password, '…'));
      const { said, state = 'OK' } = answer(command, { folder, user, password });
      socket.write(`${said.map((each) => `* ${each}\r\n`).join('')}${tag} ${state} done\r\n`);
      if (command === 'LOGOUT') socket.end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    server: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    put,
    commands,
    renumber: () => {
      const kept = folder.mails.splice(0);
      folder.validity += 1;
      folder.next = 1;
      for (const { source } of kept) put(source);
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

type Place = {
  readonly folder: { readonly validity: number; readonly next: number; readonly mails: readonly Mail[] };
  readonly user: string;
  readonly password: string;
};

function answer(
  command: string,
  { folder, user, password }: Place,
): { readonly said: readonly string[]; readonly state?: string } {
  const { validity, next, mails } = folder;
  if (command.startsWith('CAPABILITY')) return { said: ['CAPABILITY IMAP4rev1'] };
  if (command.startsWith('LOGIN'))
    return command.includes(user) && command.includes(password)
      ? { said: [] }
      : { said: [], state: 'NO [AUTHENTICATIONFAILED]' };
  if (/^L(?:IST|SUB)/.test(command)) return { said: ['LIST () "/" INBOX'] };
  if (command.startsWith('EXAMINE'))
    return {
      said: [
        'FLAGS (\\Seen)',
        `${mails.length} EXISTS`,
        '0 RECENT',
        `OK [UIDVALIDITY ${validity}] numbers`,
        `OK [UIDNEXT ${next}] next`,
      ],
      state: 'OK [READ-ONLY]',
    };
  const [, from = '', to = from, parts = ''] = /^UID FETCH (\d+)(?::(\*))? (.*)$/.exec(command) ?? [];
  if (parts === '') return command === 'LOGOUT' ? { said: ['BYE'] } : { said: [], state: 'BAD' };
  // `n:*` names the last mail even where its number is below n: RFC 3501, 6.4.8.
  const wanted = mails.filter(({ uid }) => (to === '*' ? uid >= Number(from) : uid === Number(from)));
  const found = wanted.length === 0 && to === '*' ? mails.slice(-1) : wanted;
  return {
    said: found.map(({ uid, source }) => {
      const body = parts.includes('BODY') ? ` BODY[] {${Buffer.byteLength(source)}}\r\n${source}` : '';
      const size = parts.includes('SIZE') ? ` RFC822.SIZE ${Buffer.byteLength(source)}` : '';
      return `${mails.findIndex((mail) => mail.uid === uid) + 1} FETCH (UID ${uid}${size}${body})`;
    }),
  };
}
