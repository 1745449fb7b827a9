/** The one way out: asks a vendor's host by HTTPS, never one inside, follows nothing, and reads only so much. */
import { lookup as resolve, type LookupAddress } from 'node:dns';
import { request as requestPlain, type RequestOptions } from 'node:http';
import { request as requestSecure } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { OutsideFault, type OutsideAnswer, type Question } from '@throughline/connectors';
import { isPublicAddress } from './is-public-address.ts';

export type Outside = {
  /** Scheme and host. */
  readonly origin: string;
  /** Whoever runs the installation named it: it may lie inside, and needs no TLS. */
  readonly isTrusted: boolean;
};

const PATIENCE_MS = 10_000;
const MOST_BYTES = 2_000_000;

/** Rejects with an `OutsideFault` that does not last where there is no answer, and one that lasts where none may be sought. */
export async function askOutside(
  { origin, isTrusted }: Outside,
  { method, path, headers = {}, body, patience = PATIENCE_MS }: Question,
): Promise<OutsideAnswer> {
  const url = new URL(path, origin);
  const isAllowed = url.origin === new URL(origin).origin && (isTrusted || url.protocol === 'https:');
  if (!isAllowed || (!isTrusted && isIP(url.hostname.replaceAll(/[[\]]/g, '')) !== 0))
    throw new OutsideFault(`${url.origin} may not be asked.`, { lasts: true });
  const options: RequestOptions = {
    method,
    headers: {
      'user-agent': 'Throughline',
      ...headers,
      ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
    },
    signal: AbortSignal.timeout(patience),
    ...(isTrusted ? {} : { lookup: lookupPublic }),
  };
  try {
    return await send(url, options, body);
  } catch (error) {
    if (error instanceof OutsideFault) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new OutsideFault(`${url.hostname} does not answer: ${why}`, { lasts: false });
  }
}

/** The address that is judged is the one that is connected to. */
const lookupPublic: LookupFunction = (hostname, options, done) => {
  resolve(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error) return done(error, '', 0);
    const [first] = addresses;
    if (first === undefined || !addresses.every(({ address }) => isPublicAddress(address)))
      return done(new OutsideFault(`${hostname} lies inside, and is not asked.`, { lasts: true }), '', 0);
    return options.all === true ? done(null, addresses) : done(null, first.address, first.family);
  });
};

async function send(url: URL, options: RequestOptions, body: string | undefined): Promise<OutsideAnswer> {
  return new Promise((done, failed) => {
    const asked = (url.protocol === 'https:' ? requestSecure : requestPlain)(url, options, (answer) => {
      const parts: Buffer[] = [];
      let size = 0;
      answer.on('data', (part: Buffer) => {
        size += part.length;
        if (size <= MOST_BYTES) parts.push(part);
        else answer.destroy(new Error('It says too much.'));
      });
      answer.on('error', failed);
      answer.on('end', () =>
        done({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: Buffer.concat(parts).toString('utf8'),
        }),
      );
    });
    asked.on('error', failed);
    asked.end(body);
  });
}
