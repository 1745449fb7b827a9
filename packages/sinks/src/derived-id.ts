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
  return namedId(prefix, [workspace, sink, seq, n]);
}

/** The id of the row that stands for something alone, such as a person's part in a record: always the same. */
export function namedId(prefix: string, parts: readonly (string | number)[]): string {
  const bytes = createHash('sha256').update(parts.join(' ')).digest().subarray(0, 16);
  return `${prefix}_${encodeBase32(new Uint8Array(bytes))}`;
}
