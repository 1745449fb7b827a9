import type { Queryable } from './database.ts';

/** Removes an account with its sessions and password, unless somebody in a workspace still signs in with it. */
export async function deleteAccount(tx: Queryable, account: string): Promise<void> {
  await tx.query(
    `delete from auth."user" u where u.id = $1 and not exists (select 1 from person p where p.account = $1)`,
    [account],
  );
}
