import { describeDatabases } from '@throughline/db/testing';
import { executeWith } from '@throughline/operations';
import { buildWorkspace } from '@throughline/operations/testing';
import { expect, it, vi } from 'vitest';
import { makeLogFeed } from './log-feed.ts';

describeDatabases('the log feed', (test) => {
  it('a reader far behind keeps those waiting who are not for one batch alone', async () => {
    const acme = await buildWorkspace(test.database);
    const { seq: before } = await executeWith(
      acme.runtime,
      { workspace: acme.workspace, actor: acme.admin, source: 'import' },
      async (work) => {
        const companies = Array.from({ length: 7000 }, (_, index) => ({ values: { name: `No. ${index}` } }));
        await work.insert(work.entity('company'), companies);
        return {};
      },
    );
    const feed = makeLogFeed({
      database: test.database,
      mergeMs: 1,
      onError: (error) => console.error(error),
    });
    const told: { readonly who: string; readonly head: number }[] = [];
    const listen = (who: string, since: number) =>
      feed.listen(acme.workspace, since, async (_changes, head) => void told.push({ who, head }));
    listen('behind', 0);
    listen('ahead', before);
    const { seq } = await acme.run('idea.create', { input: { space: 'PROD', title: 'News' } });
    await vi.waitFor(() => expect(told.at(-1)).toEqual({ who: 'behind', head: seq }), { timeout: 50_000 });
    const ahead = told.findIndex(({ who }) => who === 'ahead');
    expect(told[ahead]?.head).toBe(seq);
    expect(told.slice(ahead).filter(({ who }) => who === 'behind').length).toBeGreaterThan(1);
    feed.close();
  });
});
