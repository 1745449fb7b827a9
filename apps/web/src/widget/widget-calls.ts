/** What the widget asks the portal. No cookie goes along: who somebody is stands in a header, and is gone with the page. */
export type WidgetTexts = Readonly<
  Record<
    | 'whatDoYouWish'
    | 'titleHint'
    | 'tellMore'
    | 'tellMoreHint'
    | 'email'
    | 'emailHint'
    | 'send'
    | 'isItOneOfThese'
    | 'vote'
    | 'voted'
    | 'thanks'
    | 'willBeRead'
    | 'mustSignIn'
    | 'slowDown'
    | 'open'
    | 'close'
    | 'sendPage'
    | 'sendPicture'
    | 'choosePicture'
    | 'pictureOf'
    | 'failed'
    | 'another',
    string
  >
> & { readonly problems: Readonly<Record<string, string>> };

export type WidgetPortal = {
  readonly name: string;
  readonly path: string;
  readonly language: string;
  readonly color?: string;
  readonly ink?: string;
  /** Whether people may write without signing in. */
  readonly isForAll: boolean;
  readonly words: WidgetTexts;
};

export type SimilarPost = {
  readonly key: string;
  readonly title: string;
  readonly votes: number;
  readonly hasVoted: boolean;
};

export type Sending = Readonly<Record<string, string>>;

export type WidgetCalls = {
  readonly origin: string;
  readonly describe: (language: string | undefined) => Promise<WidgetPortal>;
  readonly similar: (title: string, signal: AbortSignal) => Promise<readonly SimilarPost[]>;
  readonly send: (words: Sending) => Promise<{ readonly isWaiting: boolean }>;
  readonly vote: (key: string, isFor: boolean) => Promise<void>;
  readonly identify: (token: string) => Promise<void>;
  readonly isIdentified: () => boolean;
};

/** An answer that is none: its status, and the code of what was wrong where the portal told it. */
export class WidgetFault extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string) {
    super(`The portal answered with ${status}`);
    this.status = status;
    this.code = code;
  }
}

export function makeWidgetCalls(origin: string, slug: string): WidgetCalls {
  let session: string | undefined;
  const base = `${origin}/portal/${encodeURIComponent(slug)}/widget`;
  const call = async <T>(path: string, sent?: Sending, signal?: AbortSignal): Promise<T> => {
    const response = await fetch(`${base}${path}`, {
      credentials: 'omit',
      ...(signal ? { signal } : {}),
      headers: {
        ...(sent ? { 'content-type': 'application/json' } : {}),
        ...(session === undefined ? {} : { authorization: `Bearer ${session}` }),
      },
      ...(sent ? { method: 'POST', body: JSON.stringify(sent) } : {}),
    });
    if (response.ok) return (await response.json()) as T;
    const refusal = (await response.json().catch(() => ({}))) as { details?: { code?: string } };
    throw new WidgetFault(response.status, refusal.details?.code ?? '');
  };
  return {
    origin,
    describe: (language) =>
      call(language === undefined ? '' : `?language=${encodeURIComponent(language.slice(0, 2))}`),
    similar: async (title, signal) => {
      const path = `/similar?title=${encodeURIComponent(title)}`;
      return (await call<{ readonly posts: readonly SimilarPost[] }>(path, undefined, signal)).posts;
    },
    send: (words) => call('/requests', words),
    vote: async (key, isFor) => {
      await call(`/requests/${encodeURIComponent(key)}/vote`, { for: isFor ? 'yes' : 'no' });
    },
    identify: async (token) => {
      session = (await call<{ readonly session: string }>('/enter', { token })).session;
    },
    isIdentified: () => session !== undefined,
  };
}
