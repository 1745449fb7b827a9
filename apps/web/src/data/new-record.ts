import type { Values } from '@throughline/model';
import type { WorkspaceData } from './workspace-data.ts';

/** A new record's values, with what the server will add, so that it stands in its place at once. */
export function withAuthor({ replica }: WorkspaceData, values: Values): Values {
  const now = new Date().toISOString();
  return { createdBy: replica.session().person.id, createdAt: now, updatedAt: now, ...values };
}
