/**
 * The port of channels: what a connector of another program declares and does. It is told everything it needs: what
 * came over HTTP, its settings and secrets, the time, and one way to ask the vendor's own API and nothing else.
 */
import type { ConnectorKey } from '@throughline/model';

export type Channel = {
  readonly key: ConnectorKey;
  /** What an admin fills in; texts by name. */
  readonly settings: readonly ChannelSetting[];
  /** What is kept sealed and never shown. */
  readonly secrets: readonly ChannelSetting[];
  /** Where the vendor's API answers, such as `https://slack.com`; null where it is not asked or not known yet. */
  readonly origin: (settings: Texts) => string | null;
  /** Takes what the vendor sends. */
  readonly hook?: ChannelHook;
  /** Asks for what is new. */
  readonly poll?: (since: string | null, access: Access) => Promise<Polled>;
  /** Writes into the conversation that feedback came from; rejects with an `OutsideFault`. */
  readonly reply?: (reply: Reply, access: Access) => Promise<void>;
};

export type Texts = Readonly<Record<string, string>>;

export type ChannelSetting = {
  readonly name: string;
  /** What it is called where the vendor shows it. */
  readonly label: string;
  /** Works without. */
  readonly isOptional?: boolean;
  /** The whole text has this form. */
  readonly pattern?: RegExp;
  /** An example of it. */
  readonly example?: string;
};

export type ChannelHook = {
  /** Whether the vendor sent it, in constant time, and not long ago where its signature says when. */
  readonly isGenuine: (request: HookRequest, secrets: Texts) => boolean;
  readonly read: (request: HookRequest, access: Access) => Promise<Reading>;
};

export type HookRequest = {
  readonly method: string;
  /** As the vendor may know it, with its query: by the address of the installation, or by the one that was asked. */
  readonly urls: readonly string[];
  /** By names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** As it came. */
  readonly body: Buffer;
  /** In milliseconds. */
  readonly now: number;
};

/** What was said, and what the vendor is answered once that is kept; nothing is answered with 200 and no body. */
export type Reading = { readonly said: readonly Said[]; readonly answer?: HookAnswer };

export type HookAnswer = { readonly type: string; readonly body: string };

/** One message of one person outside. */
export type Said = {
  /** The same for the same message. */
  readonly id: string;
  /** The conversation it belongs to: what follows in it becomes comments, and answers go there. */
  readonly thread?: string;
  /** Of the conversation; the first words of the body where it has none. */
  readonly title?: string;
  readonly body: string;
  readonly link?: string;
  /** When, in ISO 8601. */
  readonly at?: string;
  readonly author: Author;
};

export type Author = {
  /** The vendor's. */
  readonly id?: string;
  readonly name?: string;
  readonly email?: string;
  readonly company?: string;
};

export type Polled = {
  readonly said: readonly Said[];
  /** What to ask after the next time. */
  readonly cursor: string;
  readonly hasMore: boolean;
};

export type Reply = {
  /** The same each time it is tried. */
  readonly id: string;
  readonly thread: string;
  readonly text: string;
};

export type Access = {
  readonly settings: Texts;
  readonly secrets: Texts;
  /** Asks the vendor's API; rejects with an `OutsideFault` where it does not answer. */
  readonly ask: (question: Question) => Promise<OutsideAnswer>;
};

export type Question = {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Below the origin. */
  readonly path: string;
  readonly headers?: Texts;
  readonly body?: string;
  /** How long it may take, in milliseconds. */
  readonly patience?: number;
};

export type OutsideAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
};
