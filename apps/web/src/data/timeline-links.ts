/** Connections between the records that a timeline shows. */
import { readText } from '../fields/read-value.ts';
import type { RecordHub } from './record-hub.ts';

export interface TimelineLink {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** What is blocked should not begin before what blocks it ends; other connections say nothing of time. */
  readonly isBlocking: boolean;
}

export interface LinkChoice {
  readonly dependencies: boolean;
  /** Ids of connection fields. */
  readonly connections: readonly string[];
}

export function linksAmong(
  hub: RecordHub,
  { dependencies, connections }: LinkChoice,
  isShown: (id: string) => boolean,
): readonly TimelineLink[] {
  if (!dependencies && connections.length === 0) return [];
  const wanted = new Set(connections);
  return hub.records('relation').flatMap(({ id, values }) => {
    const isBlocking = dependencies && values['type'] === 'blocks';
    if (!isBlocking && !wanted.has(readText(values['field']))) return [];
    const [from, to] = [readText(values['from']), readText(values['to'])];
    return from !== to && isShown(from) && isShown(to) ? [{ id, from, to, isBlocking }] : [];
  });
}
