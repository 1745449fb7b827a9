import { must } from '@throughline/base';
import type { SignedHook } from './sign-hook.ts';
import type { Answer, TestServer } from './test-server.ts';

type Item = Readonly<Record<string, unknown>>;

export type Connected = {
  readonly id: string;
  /** Tells the connection something as the vendor would. */
  readonly send: (hook: SignedHook) => Promise<Response>;
  /** What `GET /channels` says of it. */
  readonly health: () => Promise<Item | undefined>;
  /** Records of a collection that fit. */
  readonly list: (path: string, filter: string) => Promise<readonly Item[]>;
};

export type ToConnect = {
  readonly connector: string;
  readonly settings?: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
};

/** A connection in the test server's space, set up as an admin does it. */
export async function connect(
  { url, call }: TestServer,
  { connector, settings = {}, secrets }: ToConnect,
): Promise<Connected> {
  const made = await call('POST', '/connections', {
    body: { space: 'PROD', name: connector, connector, settings },
  });
  const id = must(made.body['id']);
  await call('POST', `/connections/${id}/secrets`, { body: secrets });
  const list = async (path: string, filter: string): Promise<readonly Item[]> => {
    const page: Answer<{ items: Item[] }> = await call('GET', `${path}?filter=${encodeURIComponent(filter)}`);
    return page.body.items;
  };
  return {
    id,
    list,
    send: ({ headers, body }) => fetch(`${url}/hooks/${connector}/${id}`, { method: 'POST', headers, body }),
    health: async () =>
      (await call<{ items: Item[] }>('GET', '/channels')).body.items.find((each) => each['id'] === id),
  };
}
