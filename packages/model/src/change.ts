import type { Json } from '@throughline/base';
import type { ActorKind } from './role.ts';

export const CHANGE_SOURCES = [
  'user',
  'api',
  'cli',
  'agent',
  'import',
  'automation',
  'connector',
  'portal',
  'sample',
  'system',
] as const;
export type ChangeSource = (typeof CHANGE_SOURCES)[number];

/** A record as engines, log and wire see it: values as JSON by field id; empty fields are left out. */
export type Values = { readonly [fieldId: string]: Json };

/** One entry of the append-only log. */
export type Change = {
  /** Position in the workspace's log, from 1, without gaps. */
  readonly seq: number;
  readonly entity: string;
  readonly id: string;
  /** The space whose readers may see it; null for what belongs to the workspace. */
  readonly space: string | null;
  /** `idea.merged` */
  readonly name: string;
  /** The entity declaration's version that `before` and `after` follow. */
  readonly version: number;
  /** Values before, of the fields that changed; null when the record was made. */
  readonly before: Values | null;
  /** Values after, of the fields that changed (null empties one); null when the record was deleted. */
  readonly after: Values | null;
  readonly actorKind: ActorKind;
  readonly actor: string | null;
  readonly source: ChangeSource;
  /** What all changes of one act share: undo takes them back together. */
  readonly cause: string;
  /** How many automations stand between this change and a person. */
  readonly depth: number;
  /** When it happened where it came from; ISO 8601. */
  readonly occurredAt: string;
  /** When it was written here; ISO 8601. */
  readonly recordedAt: string;
};

/** The values of a record after a change: a fold of these over the log gives the tables. */
export function applyChange(
  values: Values | undefined,
  change: Pick<Change, 'before' | 'after'>,
): Values | undefined {
  if (change.after === null) return undefined;
  const next: Record<string, Json> = { ...(change.before === null ? {} : values) };
  for (const [field, value] of Object.entries(change.after)) {
    if (value === null) delete next[field];
    else next[field] = value;
  }
  return next;
}
