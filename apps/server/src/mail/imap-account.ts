/** Which mail server a mailbox is fetched from, and whether it may be asked. */
import { lookup } from 'node:dns/promises';
import { OutsideFault } from '@throughline/connectors';
import { isPublicAddress } from '../connections/is-public-address.ts';

export type ImapAccount = {
  /** `imap.example.com` or `imap.example.com:143`. */
  readonly server: string;
  readonly user: string;
  readonly password: string;
  readonly folder: string;
};

export type ImapServer = {
  /** The address that was judged. */
  readonly host: string;
  /** What its certificate must name. */
  readonly name: string;
  readonly port: number;
  /** `none` only within the network of whoever runs the installation. */
  readonly tls: 'at once' | 'upgraded' | 'none';
};

const SECURE_PORT = 993;

/**
 * `THROUGHLINE_INSIDE_HOSTS`: names of mail servers within one's own network, with a port where it is another than 993,
 * parted by commas. Whoever sets it vouches for them.
 */
export function readInsideHosts(
  environment: Readonly<Record<string, string | undefined>>,
): ReadonlySet<string> {
  const names = (environment['THROUGHLINE_INSIDE_HOSTS'] ?? '').split(',').map((name) => name.trim());
  return new Set(names.filter((name) => name !== '').map((name) => name.toLowerCase()));
}

/** Rejects with an `OutsideFault` where the server is not known, or lies inside and was not vouched for. */
export async function findImapServer(server: string, insideHosts: ReadonlySet<string>): Promise<ImapServer> {
  const [name = '', given] = server.toLowerCase().split(':');
  const port = Number(given ?? SECURE_PORT);
  const isInside = insideHosts.has(server.toLowerCase());
  const addresses = await lookup(name, { all: true }).catch(() => {
    throw new OutsideFault(`There is no mail server ${name}.`, { lasts: false });
  });
  const [first] = addresses;
  if (first === undefined || !(isInside || addresses.every(({ address }) => isPublicAddress(address))))
    throw new OutsideFault(`${name} lies inside, and is not asked.`, { lasts: true });
  const tls = port === SECURE_PORT ? 'at once' : isInside ? 'none' : 'upgraded';
  return { host: first.address, name, port, tls };
}
