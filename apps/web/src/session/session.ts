import type { Json } from '@throughline/base';
import { UnreachableError, type Api } from '@throughline/client';
import { Refusal as RefusalError, type SessionInfo } from '@throughline/contract';
import { ownerOf, type CopyOwner } from '../data/open-workspace.ts';
import { t } from '../messages/t.ts';
import type { FirstAccount } from '../pages/first-run-page.tsx';
import type { Refusal } from '../pages/refusal.ts';
import type { Credentials } from '../pages/sign-in-page.tsx';
import type { KeptOwner } from './kept-owner.ts';

export type SessionState =
  | { readonly state: 'first-run' }
  | { readonly state: 'signed-out' }
  | { readonly state: 'signed-in'; readonly owner: CopyOwner };

/** Who is at this browser. Refusals are answered, for the form to show; bugs are thrown. */
export interface Session {
  /** Whose copy this browser keeps, else what the server says; asked once, until something here changes it. */
  readonly read: () => Promise<SessionState>;
  readonly signIn: (credentials: Credentials) => Promise<Refusal | undefined>;
  readonly setUp: (account: FirstAccount) => Promise<Refusal | undefined>;
  /** The server no longer knows the session: the next reading asks it. */
  readonly forget: () => void;
  readonly signOut: () => Promise<void>;
}

export function makeSession(api: Api, send: typeof fetch, kept: KeptOwner): Session {
  let known: Promise<SessionState> | undefined;

  function forget(): void {
    known = undefined;
    kept.write(undefined);
  }
  async function readState(): Promise<SessionState> {
    const owner = kept.read() ?? (await askOwner(api));
    kept.write(owner);
    if (owner !== undefined) return { state: 'signed-in', owner };
    const { body } = await api.call('GET', '/setup');
    return { state: body['isNeeded'] === true ? 'first-run' : 'signed-out' };
  }
  return {
    forget,
    read() {
      known ??= readState().catch((error: unknown) => {
        known = undefined;
        throw error;
      });
      return known;
    },
    signIn: (credentials) =>
      answerRefusal(async () => {
        const response = await post(send, '/api/auth/sign-in/email', { ...credentials });
        if (response.status === 401) return { message: t('signIn.wrong'), fix: t('signIn.wrongFix') };
        if (!response.ok) return { message: t('signIn.failed'), fix: t('connection.tryAgain') };
        forget();
        return undefined;
      }),
    setUp: ({ workspaceName, ...account }) =>
      answerRefusal(async () => {
        const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
        await api.call('POST', '/setup', { body: { ...account, workspace: workspaceName, zone } });
        forget();
        return undefined;
      }),
    async signOut() {
      await post(send, '/api/auth/sign-out', {});
      forget();
    },
  };
}

async function askOwner(api: Api): Promise<CopyOwner | undefined> {
  const response = await api.open('/v1/session').catch((error: unknown) => {
    if (error instanceof RefusalError && error.code === 'unauthenticated') return undefined;
    throw error;
  });
  return response && ownerOf((await response.json()) as SessionInfo);
}

async function post(send: typeof fetch, path: string, body: Json): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return send(path, { method: 'POST', headers, body: JSON.stringify(body) }).catch((error: unknown) => {
    throw new UnreachableError('The server cannot be reached', { cause: error });
  });
}

async function answerRefusal(run: () => Promise<Refusal | undefined>): Promise<Refusal | undefined> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof RefusalError) return { message: error.body.message, fix: error.body.fix };
    if (error instanceof UnreachableError)
      return { message: t('connection.unreachable'), fix: t('connection.tryAgain') };
    throw error;
  }
}
