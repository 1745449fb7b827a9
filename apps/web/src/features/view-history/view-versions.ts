/** What a view was after each of its changes, and what changed, in words that people use for views. */
import type { Json } from '@throughline/base';
import type { Change, Values } from '@throughline/model';

export interface ViewVersion {
  readonly change: Change;
  /** All that the view held after the change. */
  readonly values: Values;
  readonly parts: readonly ViewPart[];
}

export const VIEW_PARTS = [
  'created',
  'name',
  'layout',
  'filter',
  'sort',
  'group',
  'columns',
  'settings',
  'rights',
  'section',
  'drafts',
  'archived',
  'restored',
] as const;
export type ViewPart = (typeof VIEW_PARTS)[number];

/** What restoring puts back: how the view looks, not who may use it nor where it stands. */
export const RESTORED = ['name', 'layout', 'query', 'settings'] as const;

/** From the view as it is now backwards; `changes` are newest first. Changes that say nothing are passed over. */
export function versionsOf(now: Values, changes: readonly Change[]): readonly ViewVersion[] {
  const versions: ViewVersion[] = [];
  let values: Record<string, Json> = { ...now };
  for (const change of changes) {
    const parts = partsOf(change);
    if (parts.length > 0) versions.push({ change, values, parts });
    values = { ...values, ...change.before };
    for (const id of Object.keys(change.after ?? {}))
      if (change.before?.[id] === undefined) values[id] = null;
  }
  return versions;
}

function partsOf({ before, after }: Change): readonly ViewPart[] {
  if (before === null) return ['created'];
  if (after === null) return [];
  const parts = new Set<ViewPart>();
  for (const id of Object.keys(after)) {
    if (id === 'query') for (const part of queryParts(before['query'], after['query'])) parts.add(part);
    else if (id === 'archivedAt') parts.add(after[id] === null ? 'restored' : 'archived');
    else if (['access', 'editors', 'readers', 'owner'].includes(id)) parts.add('rights');
    else if (id === 'name' || id === 'layout' || id === 'settings' || id === 'section' || id === 'drafts')
      parts.add(id);
  }
  return VIEW_PARTS.filter((part) => parts.has(part));
}

const queryNames = { where: 'filter', order: 'sort', group: 'group', columns: 'columns' } as const;

function queryParts(before: Json | undefined, after: Json | undefined): readonly ViewPart[] {
  const [old, now] = [readObject(before), readObject(after)];
  return Object.entries(queryNames).flatMap(([key, part]) =>
    JSON.stringify(old[key] ?? null) === JSON.stringify(now[key] ?? null) ? [] : [part],
  );
}

function readObject(value: Json | undefined): Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, Json>>)
    : {};
}
