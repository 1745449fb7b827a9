import { textOf } from '@throughline/base';
import { describeDatabases } from '@throughline/db/testing';
import { MODEL } from '@throughline/model';
import { expect, it } from 'vitest';
import { SYSTEM } from '../access/actor.ts';
import { executeWith } from '../execute.ts';
import { readRecord } from '../reads/read-record.ts';
import { buildWorkspace } from '../testing/test-workspace.ts';
import { verifyWorkspace } from '../verify/verify-workspace.ts';
import { markAdaptations } from './mark-adaptations.ts';

describeDatabases('a space’s own options from before they were marked', (test) => {
  it('are marked once, through the log, and only where they are of a built-in field', async () => {
    const { runtime, workspace, admin, space, run } = await buildWorkspace(test.database);
    const config = { options: [{ key: 'now', name: 'Now' }] };
    const older = { entity: 'idea', key: 'status', name: 'Stage', type: 'select', in: space, config };
    const { result } = await executeWith(
      runtime,
      { workspace, actor: SYSTEM, source: 'system' },
      async (work) => {
        const [made] = await work.insert(work.entity('field'), [{ values: older }]);
        return { id: made?.id ?? '' };
      },
    );
    const own = await run('field.create', {
      input: { entity: 'idea', name: 'Reach', type: 'number', in: space },
    });
    const adapts = async (id: unknown) => {
      const entity = MODEL.entity('field');
      return (await readRecord(runtime, { workspace, actor: admin, entity, id: textOf(id as string) }))[
        'adapts'
      ];
    };
    expect(await adapts(result['id'])).toBeUndefined();
    expect([await markAdaptations(runtime), await markAdaptations(runtime)]).toEqual([1, 0]);
    expect([await adapts(result['id']), await adapts(own['id'])]).toEqual(['status', undefined]);
    const again = run('field.create', { input: older });
    await expect(again).rejects.toMatchObject({ code: 'already_exists' });
    expect((await verifyWorkspace(test.database, MODEL, workspace)).discrepancies).toEqual([]);
  });
});
