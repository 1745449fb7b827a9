import { Refusal } from '@throughline/contract';
import { stateFromMarkdown } from '@throughline/document';
import { isAllowed, subjectOf } from '../access/authorise.ts';
import type { Actor } from '../access/actor.ts';
import { fromBase64 } from '../document/write-document.ts';
import type { Runtime } from '../runtime.ts';
import { findRecord } from './read-record.ts';
import { mustState } from './must-state.ts';

export type DocumentRequest = {
  readonly workspace: string;
  readonly actor: Actor;
  readonly record: string;
  readonly field: string;
};

/** A document as Yjs state for editing, and whether the actor may. */
export async function readDocument(
  runtime: Runtime,
  { workspace, actor, record, field }: DocumentRequest,
): Promise<{ readonly state: Uint8Array; readonly mayEdit: boolean }> {
  const entity = runtime.model.entityOfId(record);
  const state = await mustState(runtime, workspace);
  if (!entity || !state.fieldsOf(entity.name).some((each) => each.id === field && each.type === 'document'))
    throw new Refusal('not_found');
  const found = await findRecord(runtime, { workspace, actor, entity, id: record });
  const subject = subjectOf(entity, found);
  const { rows } = await runtime.database.query<{ state: string | null; text: string | null }>(
    'select state, text from document where workspace_id = $1 and record = $2 and field = $3',
    [workspace, record, field],
  );
  const [row] = rows;
  return {
    state: row?.state ? fromBase64(row.state) : stateFromMarkdown(runtime.documents(), row?.text ?? ''),
    mayEdit: isAllowed(state, actor, { entity, verb: 'update', subject }),
  };
}

/** Whose document a document is. */
export async function findDocumentPlace(
  runtime: Runtime,
  workspace: string,
  id: string,
): Promise<{ readonly record: string; readonly field: string } | null> {
  const { rows } = await runtime.database.query<{ record: string; field: string }>(
    'select record, field from document where workspace_id = $1 and id = $2',
    [workspace, id],
  );
  return rows[0] ?? null;
}
