/** People and teams of the workspace by the names that files use. */
import { foldText } from '@throughline/base';
import type { Queryable } from '@throughline/db';
import type { SourcePerson } from './import-source.ts';

export type PeopleIndex = {
  /** By address, else by a name that only one has. */
  readonly findPerson: (person: SourcePerson) => string | undefined;
  readonly findTeam: (team: SourcePerson) => string | undefined;
};

export async function readPeople(db: Queryable, workspace: string): Promise<PeopleIndex> {
  const { rows } = await db.query<{ id: string; entity: string; name: string | null; email: string | null }>(
    `select id, 'person' as entity, name, email from person where workspace_id = $1 and archived_at is null
     union all select id, 'team', name, null from team where workspace_id = $1 and archived_at is null`,
    [workspace],
  );
  const people = index(rows.filter((row) => row.entity === 'person'));
  const teams = index(rows.filter((row) => row.entity === 'team'));
  return {
    findPerson: ({ name, email }) =>
      (email === undefined ? undefined : people.get(email.toLowerCase())) ?? people.get(fold(name)),
    findTeam: ({ name }) => teams.get(fold(name)),
  };
}

function index(
  rows: readonly { id: string; name: string | null; email: string | null }[],
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const ambiguous = new Set<string>();
  for (const { id, name, email } of rows) {
    found.set(id, id);
    if (email !== null) found.set(email.toLowerCase(), id);
    const folded = fold(name ?? '');
    if (found.has(folded)) ambiguous.add(folded);
    else if (folded !== '') found.set(folded, id);
  }
  for (const folded of ambiguous) found.delete(folded);
  return found;
}

function fold(name: string): string {
  return foldText(name.trim());
}
