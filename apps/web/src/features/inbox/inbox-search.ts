/** What the address says of the inbox; what is left out is as usual. `waiting` are those to let on a portal, in any state. */
export const inboxTabs = ['new', 'open', 'linked', 'dismissed', 'all', 'snoozed', 'waiting'] as const;
export type InboxTab = (typeof inboxTabs)[number];

export interface InboxSearch {
  /** Key of a space; all spaces when left out. */
  readonly space?: string | undefined;
  /** `new` when left out. */
  readonly state?: InboxTab | undefined;
  /** `me` for what is assigned to whoever looks, `none` for what nobody is given, or a team's id; all when left out. */
  readonly whose?: string | undefined;
  /** The newest first when left out. */
  readonly order?: 'oldest' | undefined;
  /** A condition in the expression language; what is none is left aside. */
  readonly only?: string | undefined;
  /** Key of the feedback that is read, `PROD-12`, or its id while it has none. (`open` is the idea in the panel.) */
  readonly item?: string | undefined;
  readonly open?: string | undefined;
}

export function parseInboxSearch(texts: Readonly<Record<string, unknown>>): InboxSearch {
  const { space, state, whose, order, only, item, open } = texts;
  const tab = inboxTabs.find((name) => name === state);
  return {
    ...(isText(space) && { space }),
    ...(tab !== undefined && tab !== 'new' && { state: tab }),
    ...(isText(whose) && { whose }),
    ...(order === 'oldest' && { order }),
    ...(isText(only) && { only }),
    ...(isText(item) && { item }),
    ...(isText(open) && { open }),
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
