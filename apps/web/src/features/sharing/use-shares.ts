/** The secret links of a view. They are not in the browser's copy: asked when the dialog opens. */
import type { JsonObject } from '@throughline/base';
import { readItems, tryIt, useAnswer } from '../../answers/use-answer.ts';
import { useReplica } from '../../data/data-context.ts';
import { readText, readTexts } from '../../fields/read-value.ts';

export interface Share {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly string[];
  /** The public address, where there is one. */
  readonly slug: string;
  readonly hasPassword: boolean;
  readonly createdAt: string;
  readonly expiresAt: string | undefined;
}

export interface NewShare {
  /** Of a view: an audience version says itself what it shows. */
  readonly columns?: readonly string[];
  readonly title: string;
  readonly password?: string;
  readonly slug?: string;
  /** Origins of pages that may embed it. */
  readonly frames?: readonly string[];
  /** ISO 8601; never when left out. */
  readonly expiresAt?: string;
}

export interface Shares {
  /** Undefined until they are here. */
  readonly list: readonly Share[] | undefined;
  /** Answers the path of the link: it is told this once. */
  readonly create: (share: NewShare) => Promise<string | undefined>;
  readonly revoke: (id: string) => Promise<void>;
}

/** Those of a view or an audience version, by its id. */
export function useShares(shown: string, space: string): Shares {
  const replica = useReplica();
  const { body, reload } = useAnswer(`/shares?space=${space}&limit=200&sort=-createdAt`);
  return {
    list: readItems(body)
      ?.filter((item) => isOpen(item, shown))
      .map(readShare),
    create: async ({ columns, frames, ...share }) => {
      let path = '';
      const isMade = await tryIt(async () => {
        const made = await replica.call('POST', '/shares', {
          body: {
            ...share,
            ...(columns && { columns: [...columns] }),
            ...(frames && { frames: [...frames] }),
            [isEdition(shown) ? 'edition' : 'view']: shown,
          },
        });
        path = readText(made.body['path']);
      });
      if (isMade) reload();
      return isMade ? path : undefined;
    },
    revoke: async (id) => {
      if (await tryIt(() => replica.call('POST', `/shares/${id}/revoke`))) reload();
    },
  };
}

export function isEdition(id: string): boolean {
  return id.startsWith('edition_');
}

function isOpen(item: JsonObject, shown: string): boolean {
  const until = readText(item['expiresAt']);
  const isPast = until !== '' && Date.parse(until) < Date.now();
  return [item['view'], item['edition']].includes(shown) && item['revokedAt'] === undefined && !isPast;
}

function readShare(item: JsonObject): Share {
  return {
    id: readText(item['id']),
    title: readText(item['title']),
    columns: readTexts(item['columns']),
    slug: readText(item['slug']),
    hasPassword: item['hasPassword'] === true,
    createdAt: readText(item['createdAt']),
    expiresAt: readText(item['expiresAt']) || undefined,
  };
}
