import { textOf } from '@throughline/base';
import type { Actor } from '../access/actor.ts';
import { executeWith } from '../execute.ts';
import type { Runtime } from '../runtime.ts';

export type SecretsToKeep = {
  readonly workspace: string;
  readonly actor: Actor;
  /** A connection or a mailbox. */
  readonly entity: 'connection' | 'mailbox';
  readonly channel: string;
  /** Sealed, by name; null forgets one. */
  readonly sealed: Readonly<Record<string, string | null>>;
};

/** Puts secrets in the place of those before. The log tells that it was done, by whom, and of which; not what. */
export async function keepSecrets(
  runtime: Runtime,
  { workspace, actor, entity: name, channel, sealed }: SecretsToKeep,
): Promise<readonly string[]> {
  const { result } = await executeWith(runtime, { workspace, actor, source: 'api' }, async (work) => {
    const entity = work.entity(name);
    const record = await work.read(entity, channel, { lock: true });
    work.allow(entity, 'update', record);
    const forgotten = Object.keys(sealed);
    await work.tx.query(
      'delete from channel_secret where workspace_id = $1 and channel = $2 and name = any($3::text[])',
      [workspace, record.id, forgotten],
    );
    const kept = Object.entries(sealed).filter((pair): pair is [string, string] => pair[1] !== null);
    await work.tx.query(
      `insert into channel_secret (workspace_id, channel, name, sealed)
       select $1, $2, s.name, s.sealed from unnest($3::text[], $4::text[]) as s(name, sealed)`,
      [workspace, record.id, kept.map(([each]) => each), kept.map(([, text]) => text)],
    );
    const { rows } = await work.tx.query<{ name: string }>(
      'select name from channel_secret where workspace_id = $1 and channel = $2 order by name',
      [workspace, record.id],
    );
    const names = rows.map((row) => textOf(row.name));
    await work.update(entity, record, { values: { secretNames: names } });
    return { names };
  });
  return result['names'] as readonly string[];
}
