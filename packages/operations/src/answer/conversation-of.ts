import { textOf } from '@throughline/base';
import type { StoredRecord } from '@throughline/db';
import { CONNECTORS } from '@throughline/model';
import type { Work } from '../work.ts';

/** Connectors by which an answer can go back. */
export const REPLYING: readonly string[] = CONNECTORS.filter(({ replies }) => replies).map(({ key }) => key);

/** The connection by which the customer can be answered where they asked; undefined where that is not so. */
export async function conversationOf(work: Work, { values }: StoredRecord): Promise<string | undefined> {
  if (values['connection'] === undefined || values['thread'] === undefined) return undefined;
  const connection = await work.find(work.entity('connection'), textOf(values['connection']));
  if (connection === undefined || connection.values['archivedAt'] !== undefined) return undefined;
  return REPLYING.includes(textOf(connection.values['connector'] ?? '')) ? connection.id : undefined;
}
