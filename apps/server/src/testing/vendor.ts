/** Stands in for a vendor's API over HTTP: notes what it is asked, and answers as the test says. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type AskedOfVendor = {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
};

export type VendorAnswer = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
};

export type Vendor = {
  readonly origin: string;
  readonly asked: readonly AskedOfVendor[];
  /** From now on; the method and the path without its query, `POST /api/chat.postMessage`. */
  readonly answer: (to: string, answer: VendorAnswer) => void;
  readonly close: () => Promise<void>;
};

/** What was never told to be answered is answered with 404. */
export async function openVendor(): Promise<Vendor> {
  const asked: AskedOfVendor[] = [];
  const answers = new Map<string, VendorAnswer>();
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      asked.push({ method, path: url, headers, body: Buffer.concat(parts).toString() });
      const {
        status = 200,
        headers: own,
        body,
      } = answers.get(`${method} ${url.split('?')[0]}`) ?? {
        status: 404,
      };
      response.writeHead(status, { 'content-type': 'application/json', ...own });
      response.end(body === undefined ? '' : JSON.stringify(body));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    answer: (to, answer) => void answers.set(to, answer),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
