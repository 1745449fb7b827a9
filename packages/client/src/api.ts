/** Calls to a server: typed refusals for what it will not do, one error for when it cannot be reached. */
import type { Json, JsonObject } from '@throughline/base';
import { Refusal, REFUSALS, type RefusalBody } from '@throughline/contract';

export type ApiOptions = {
  /** `https://throughline.example.com`; empty for the page's own server. */
  readonly baseUrl: string;
  readonly fetch: typeof fetch;
  readonly token?: string;
  readonly workspace?: string;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>>;
};

export type CallOptions = {
  readonly body?: Json;
  readonly ifMatch?: number;
  readonly idempotencyKey?: string;
  readonly cause?: string;
  readonly signal?: AbortSignal;
};

export type Answer = { readonly body: JsonObject; readonly seq: number; readonly cause: string | null };

export type Api = {
  /** `path` begins below /api/v1. Throws `Refusal` or `UnreachableError`. */
  readonly call: (method: string, path: string, options?: CallOptions) => Promise<Answer>;
  /** The raw response of a path below /api, for streams and files. */
  readonly open: (path: string, init?: RequestInit) => Promise<Response>;
};

/** No answer came: the network or the server is down. What was asked may be asked again. */
export class UnreachableError extends Error {
  override name = 'UnreachableError';
}

export function makeApi({ baseUrl, fetch: send, token, workspace, headers: own }: ApiOptions): Api {
  const headers: Record<string, string> = {
    ...own,
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(workspace === undefined ? {} : { 'x-throughline-workspace': workspace }),
  };

  const open: Api['open'] = async (path, init = {}) => {
    const response = await send(`${baseUrl}/api${path}`, {
      ...init,
      headers: { ...headers, ...(init.headers as Record<string, string>) },
    }).catch((error: unknown) => {
      if (init.signal?.aborted === true) throw error;
      throw new UnreachableError('The server cannot be reached', { cause: error });
    });
    if (!response.ok) throw await readRefusal(response);
    return response;
  };

  return {
    open,
    call: async (method, path, { body, ifMatch, idempotencyKey, cause, signal } = {}) => {
      const response = await open(`/v1${path}`, {
        method,
        headers: {
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
          ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
          ...(cause === undefined ? {} : { 'x-cause': cause }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(signal === undefined ? {} : { signal }),
      });
      const text = await response.text();
      return {
        body: (text === '' ? {} : JSON.parse(text)) as JsonObject,
        seq: Number(response.headers.get('x-seq') ?? 0),
        cause: response.headers.get('x-cause'),
      };
    },
  };
}

/** A proxy's error page is no refusal of ours: then the server counts as unreachable. */
async function readRefusal(response: Response): Promise<Error> {
  const body = (await response.json().catch(() => null)) as RefusalBody | null;
  if (body === null || !(body.code in REFUSALS))
    return new UnreachableError(`The server answered ${response.status}`);
  return new Refusal(body.code, body);
}
