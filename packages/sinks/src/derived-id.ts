import { createHash } from 'node:crypto';
import { encodeBase32 } from '@throughline/base';

/** The id of the n-th row that a sink makes of a change: the same each time the log is replayed. */
export function derivedId(
  prefix: string,
  {
    sink,
    workspace,
    seq,
    n,
  }: { readonly sink: string; readonly workspace: string; readonly seq: number; readonly n: number },
): string {
  const bytes = createHash('sha256').update(`${workspace} ${sink} ${seq} ${n}`).digest().subarray(0, 16);
  return `${prefix}_${encodeBase32(new Uint8Array(bytes))}`;
}
