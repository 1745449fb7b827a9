import type { Values } from '@throughline/model';
import type { WorkspaceData } from '../../data/workspace-data.ts';
import { readText } from '../../fields/read-value.ts';

export interface RecordLink {
  readonly name: string;
  /** Absent for records without a page of their own that hang on nothing that has one. */
  readonly href?: string;
}

interface Linked {
  readonly entity: string;
  readonly id: string;
  readonly values: Values;
}

/** What a record is called, and where it is seen. */
export function recordLink(data: WorkspaceData, { entity, id, values }: Linked): RecordLink {
  const name = nameOf(data, { entity, id, values });
  if (entity === 'company') return { name, href: `/companies/${id}` };
  if (entity === 'contact') return { name, href: `/contacts/${id}` };
  const home = entity === 'insight' ? data.hub.get('idea', readText(values['idea'])) : values;
  const space = data.replica.session().spaces.find((each) => each.id === home?.['space']);
  const key = readText(home?.['key']);
  if (space === undefined || key === '') return { name };
  const tab = entity === 'insight' ? '&tab=insights' : '';
  return { name, href: `/s/${encodeURIComponent(space.key)}?open=${encodeURIComponent(key)}${tab}` };
}

function nameOf({ titles }: WorkspaceData, { entity, id, values }: Linked): string {
  if (entity === 'insight') return `“${readText(values['excerpt'])}”`;
  if (entity === 'vote') return titles.titleOf(readText(values['person'] ?? values['contact'])) ?? '';
  if (entity === 'comment') return titles.titleOf(readText(values['createdBy'])) ?? '';
  return titles.titleOf(id) ?? id;
}
