import { describeDatabases } from '@throughline/db/testing';
import { buildWorkspace } from '@throughline/operations/testing';
import { expect, it, vi } from 'vitest';
import { makeSinkRunner } from './run-sinks.ts';
import type { Sink } from './sink.ts';

describeDatabases('the sink runner', (test) => {
  it('tells of each workspace that fails once, tries it again, and rests once it is closed', async () => {
    const [good, bad, worse] = [
      await buildWorkspace(test.database),
      await buildWorkspace(test.database),
      await buildWorkspace(test.database),
    ];
    const tried: string[] = [];
    const broken: Sink = {
      name: 'broken',
      apply: async (work) => {
        tried.push(work.state.id);
        if (work.state.id !== good.workspace) throw new Error(`Broken in ${work.state.id}`);
      },
    };
    const told: string[] = [];
    const runner = makeSinkRunner({
      runtime: good.runtime,
      sinks: [broken],
      onError: (error) => void told.push((error as Error).message),
      gatherMs: 1,
      retryMs: 20,
    });
    for (const { workspace } of [bad, good, worse]) runner.poke(workspace);
    const times = (workspace: string) => tried.filter((each) => each === workspace).length;
    await vi.waitFor(
      () => {
        expect(times(bad.workspace)).toBeGreaterThan(2);
        expect(times(worse.workspace)).toBeGreaterThan(2);
      },
      { timeout: 50_000 },
    );
    await runner.close();
    const before = tried.length;
    for (const { workspace } of [bad, good, worse]) runner.poke(workspace);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect([told.toSorted(), tried.length]).toEqual([
      [`Broken in ${bad.workspace}`, `Broken in ${worse.workspace}`].toSorted(),
      before,
    ]);
  });
});
