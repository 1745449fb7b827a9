/** Where releases and changelog entries of a space are. */
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { readText } from '../../fields/read-value.ts';

export interface ReleasePlace {
  readonly id: string;
  readonly key: string;
  readonly name: string;
}

export function releasesHref({ key }: ReleasePlace): string {
  return `/s/${encodeURIComponent(key)}/releases`;
}

export function releaseHref(place: ReleasePlace, id: string): string {
  return `${releasesHref(place)}/${id}`;
}

export function changelogHref({ key }: ReleasePlace): string {
  return `/s/${encodeURIComponent(key)}/changelog`;
}

export function entryHref(place: ReleasePlace, id: string): string {
  return `${changelogHref(place)}/${id}`;
}

/** What is still to come stands first, by its day; then what shipped, the latest first. */
export function byDay(a: ReplicaRecord, b: ReplicaRecord): number {
  const [openA, openB] = [isOpen(a), isOpen(b)];
  if (openA !== openB) return openA ? -1 : 1;
  const order = dayOf(a).localeCompare(dayOf(b)) || a.id.localeCompare(b.id);
  return openA ? order : -order;
}

export function isOpen({ values }: ReplicaRecord): boolean {
  return values['state'] !== 'shipped' && values['state'] !== 'cancelled';
}

function dayOf({ values }: ReplicaRecord): string {
  return readText(values['shippedAt']) || readText(values['plannedOn']) || '9999';
}
