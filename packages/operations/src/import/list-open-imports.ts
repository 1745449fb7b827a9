import { SYSTEM, type Actor } from '../access/actor.ts';
import type { Runtime } from '../runtime.ts';

export type OpenImport = {
  readonly workspace: string;
  readonly id: string;
  /** Who began it, and as whom it goes on. */
  readonly actor: Actor;
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
    scopes: readonly string[] | null;
  }>(
    `select workspace_id, id, created_by, source, mapping -> 'scopes' as scopes from "import"
     where state in ('waiting', 'running') order by id`,
  );
  return rows.map(({ workspace_id, id, created_by, source, scopes }) => ({
    workspace: workspace_id,
    id,
    actor: actorOf(created_by, scopes),
    format: source,
  }));
}

/** A token’s import goes on with what the token allowed. */
function actorOf(person: string | null, scopes: readonly string[] | null): Actor {
  if (person === null) return SYSTEM;
  return scopes === null ? { kind: 'person', person } : { kind: 'token', person, scopes };
}
