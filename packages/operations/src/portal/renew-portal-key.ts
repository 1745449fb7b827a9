import { textOf } from '@throughline/base';
import type { Actor } from '../access/actor.ts';
import { executeWith } from '../execute.ts';
import type { Runtime } from '../runtime.ts';

export type KeyRenewal = { readonly workspace: string; readonly actor: Actor; readonly portal: string };

/** Whatever was signed by the key before opens nothing any more. Answers which key it is now. */
export async function renewPortalKey(
  runtime: Runtime,
  { workspace, actor, portal: id }: KeyRenewal,
): Promise<{ readonly portal: string; readonly turn: number }> {
  const { result } = await executeWith(runtime, { workspace, actor, source: 'api' }, async (work) => {
    const entity = work.entity('portal');
    const portal = await work.read(entity, id, { lock: true });
    work.allow(entity, 'update', portal);
    const turn = Number(portal.values['keyTurn'] ?? 0) + 1;
    await work.update(entity, portal, { values: { keyTurn: turn } });
    return { id: portal.id, turn };
  });
  return { portal: textOf(result['id']), turn: Number(result['turn']) };
}
