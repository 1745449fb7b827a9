import type { Age } from '../../data/leakage.ts';
import { printSearchTexts } from '../../search/search-text.ts';

export interface WaitingPart {
  /** Key of a space. */
  readonly space?: string | undefined;
  readonly age?: Age;
  /** Only what was to be answered by now. */
  readonly isLate?: boolean;
  readonly channel?: string;
  /** Ids; '' for what nobody was given. */
  readonly team?: string;
  readonly owner?: string;
}

/** The inbox with what waits, the oldest first: a part of it. */
export function waitingHref({ space, age, isLate = false, channel, team, owner }: WaitingPart): string {
  const only = [
    'state in ("new", "open")',
    ...(age === undefined ? [] : agesOf(age)),
    ...(isLate ? ['dueAt < now()'] : []),
    ...(channel === undefined ? [] : [isOf('channel', channel)]),
    ...(team === undefined ? [] : [isOf('team', team)]),
    ...(owner === undefined ? [] : [isOf('owner', owner)]),
  ].join(' and ');
  return `/feedback${printSearchTexts({ space, state: 'all', order: 'oldest', only })}`;
}

function agesOf({ from, to }: Age): readonly string[] {
  return [
    ...(from === 0 ? [] : [`receivedAt <= now() - ${from}d`]),
    ...(to === null ? [] : [`receivedAt > now() - ${to}d`]),
  ];
}

function isOf(field: string, value: string): string {
  return value === '' ? `${field} is empty` : `${field} = "${value}"`;
}
