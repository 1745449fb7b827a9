import { SYSTEM } from '../access/actor.ts';
import { executeWith } from '../execute.ts';
import type { Runtime } from '../runtime.ts';
import { causeOfJob } from './import-job.ts';
import type { OpenImport } from './list-open-imports.ts';

/** Ends a job that nobody can go on with; what it has brought stays. */
export async function abandonImport(
  runtime: Runtime,
  { workspace, id }: Pick<OpenImport, 'workspace' | 'id'>,
  error: string,
): Promise<void> {
  const cause = causeOfJob(id);
  await executeWith(runtime, { workspace, actor: SYSTEM, source: 'import', cause }, async (work) => {
    const entity = work.entity('import');
    const record = await work.find(entity, id, { lock: true });
    const report = { ...(record?.values['report'] as object | undefined), error: error.slice(0, 500) };
    if (record) await work.update(entity, record, { values: { state: 'failed', report } });
    return {};
  });
}
