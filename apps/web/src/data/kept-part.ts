import type { AdoptedPart, Freedom, Values } from '@throughline/model';
import type { RecordHub } from './record-hub.ts';

export interface KeptPart {
  /** The standard's name. */
  readonly by: string;
  readonly freedom: Freedom;
}

/** What a standard that its space adopted says of a record; the server keeps to it. */
export function keptPart(hub: RecordHub, id: string | undefined, space: string): KeptPart | undefined {
  for (const { values } of hub.related('adoption', 'space', space)) {
    const parts = (values['parts'] ?? []) as unknown as readonly AdoptedPart[];
    const part = parts.find(({ record }) => record === id);
    if (part && !isArchived(hub, values)) return { by: values['name'] as string, freedom: part.freedom };
  }
  return undefined;
}

function isArchived(hub: RecordHub, { standard }: Values): boolean {
  return hub.get('standard', standard as string)?.['archivedAt'] !== undefined;
}
