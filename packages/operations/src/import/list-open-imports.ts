import type { Runtime } from '../runtime.ts';

export type OpenImport = {
  readonly workspace: string;
  readonly id: string;
  /** Who began it, and as whom it goes on; null for the system. */
  readonly person: string | null;
  readonly format: string;
};

/** Jobs that were begun and not ended, in all workspaces: what a server goes on with when it starts. */
export async function listOpenImports({
  database,
}: Pick<Runtime, 'database'>): Promise<readonly OpenImport[]> {
  const { rows } = await database.query<{
    workspace_id: string;
    id: string;
    created_by: string | null;
    source: string;
  }>(
    `select workspace_id, id, created_by, source from "import" where state in ('waiting', 'running') order by id`,
  );
  return rows.map(({ workspace_id, id, created_by, source }) => ({
    workspace: workspace_id,
    id,
    person: created_by,
    format: source,
  }));
}
