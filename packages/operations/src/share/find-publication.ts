/** From what a reader has (the secret of a link, or a public address) to the page, while it is open. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { textOf } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import { loadRecords, recordTable, type StoredRecord } from '@throughline/db';
import { isPassword } from '../access/password.ts';
import { hashSecret } from '../access/secret.ts';
import type { Runtime } from '../runtime.ts';

export type Publication = { readonly workspace: string; readonly share: StoredRecord };

/** Undefined for one that never was, has expired or was taken back: nobody is told which. */
export async function findPublication(runtime: Runtime, name: string): Promise<Publication | undefined> {
  const { database, model, ids } = runtime;
  const { rows } = await database.query<{ workspace_id: string; id: string }>(
    'select workspace_id, id from share where (secret_hash = $1 or slug = $2) and revoked_at is null',
    [hashSecret(name), name],
  );
  const [row] = rows;
  if (!row) return undefined;
  const table = recordTable(model, model.entity('share'));
  const share = (await loadRecords(database, table, row.workspace_id, { ids: [row.id] })).get(row.id);
  const until = share?.values['expiresAt'];
  const isOpen = until === undefined || Date.parse(textOf(until)) > ids.now();
  return share && isOpen ? { workspace: row.workspace_id, share } : undefined;
}

export function isLocked({ share }: Publication): boolean {
  return share.values['passwordHash'] !== undefined;
}

/** No password has this hash. */
const NOBODY = `scrypt$65536$8$1$AAAAAAAAAAAAAAAAAAAAAA$${'A'.repeat(43)}`;
const PASS_MS = 12 * 3_600_000;

/** What a reader who knew the password shows from then on, for half a day; null for a wrong one. */
export async function unlock(
  { ids }: Runtime,
  publication: Publication | undefined,
  password: string,
): Promise<string | null> {
  const hash = publication?.share.values['passwordHash'];
  // A page that is not there takes as long to refuse as one whose password is another.
  const isRight = await isPassword(password, typeof hash === 'string' ? hash : NOBODY);
  if (!isRight || publication === undefined || typeof hash !== 'string') return null;
  const { share } = publication;
  const until = String(ids.now() + PASS_MS);
  return `${until}.${sign(share, until)}`;
}

/** A pass stands for this page and this password: another password makes it worthless. */
export function isPass({ ids }: Runtime, { share }: Publication, pass: string): boolean {
  const [until = '', signature = ''] = pass.split('.');
  const [given, wanted] = [Buffer.from(signature), Buffer.from(sign(share, until))];
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return false;
  return Number(until) > ids.now();
}

function sign({ id, values }: StoredRecord, until: string): string {
  const key = `${textOf(values['secretHash'])} ${textOf(values['passwordHash'])}`;
  return createHmac('sha256', key).update(`${id} ${until}`).digest('base64url');
}

/** The one end of every link that shows nothing. */
export function noPublication(): Refusal {
  return new Refusal('expired', { message: 'This link does not lead anywhere (any more).' });
}
