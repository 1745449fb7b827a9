import type { Queryable } from './database.ts';

/** Where a sink stands in a workspace's log; held until the transaction ends, so that one process moves it. */
export async function lockCursor(tx: Queryable, workspace: string, sink: string): Promise<number> {
  await tx.query(
    'insert into sink_cursor (workspace_id, sink, seq) values ($1, $2, 0) on conflict do nothing',
    [workspace, sink],
  );
  const { rows } = await tx.query<{ seq: number }>(
    'select seq from sink_cursor where workspace_id = $1 and sink = $2 for update',
    [workspace, sink],
  );
  return rows[0]?.seq ?? 0;
}

export async function moveCursor(
  tx: Queryable,
  workspace: string,
  { sink, seq }: { readonly sink: string; readonly seq: number },
): Promise<void> {
  await tx.query('update sink_cursor set seq = $3 where workspace_id = $1 and sink = $2', [
    workspace,
    sink,
    seq,
  ]);
}
