import { SYSTEM } from '../access/actor.ts';
import { executeWith } from '../execute.ts';
import type { Runtime } from '../runtime.ts';

/** A contact is told nothing more by mail, from what they followed in one. */
export async function unsubscribe(
  runtime: Runtime,
  { workspace, contact }: { readonly workspace: string; readonly contact: string },
): Promise<void> {
  await executeWith(runtime, { workspace, actor: SYSTEM, source: 'portal' }, async (work) => {
    const entity = work.entity('contact');
    const record = await work.find(entity, contact, { lock: true });
    const isOver = record?.values['erasedAt'] !== undefined || record?.values['unsubscribedAt'] !== undefined;
    if (record && !isOver) await work.update(entity, record, { values: { unsubscribedAt: work.now } });
    return {};
  });
}
