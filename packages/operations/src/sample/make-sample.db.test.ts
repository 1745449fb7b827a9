import { describeDatabases } from '@throughline/db/testing';
import { expect, it } from 'vitest';
import { buildWorkspace } from '../testing/test-workspace.ts';
import { verifyWorkspace } from '../verify/verify-workspace.ts';
import { makeSample } from './make-sample.ts';

describeDatabases('the sample workspace', (test) => {
  it('is a year of a company at work, and the log tells all of it', async () => {
    const { runtime, workspace } = await buildWorkspace(test.database);
    await makeSample(runtime, { workspace, until: Date.UTC(2026, 10, 20, 12) });
    const { rows } = await test.database.query<Record<string, number>>(
      `select (select count(*) from company) as companies, (select count(*) from feedback) as feedback,
         (select count(*) from idea) as ideas, (select count(*) from person) as people,
         (select count(*) from insight) as insights, (select count(*) from vote) as votes, (select count(*) from comment) as comments,
         (select count(distinct date_trunc('month', received_at)) from feedback) as months,
         (select count(*) from idea where status = 'shipped') as shipped, (select count(*) from idea where merged_into is not null) as merged,
         (select count(*) from feedback where state = 'new') as untouched`,
    );
    expect(rows[0]?.['companies']).toBeGreaterThanOrEqual(60);
    expect(rows[0]?.['feedback']).toBeGreaterThanOrEqual(2000);
    expect(rows[0]?.['ideas']).toBeGreaterThanOrEqual(200);
    expect(rows[0]?.['people']).toBe(15);
    expect(rows[0]?.['months']).toBeGreaterThanOrEqual(12);
    expect(rows[0]?.['shipped']).toBeGreaterThan(10);
    expect(rows[0]?.['merged']).toBeGreaterThan(0);
    expect(await verifyWorkspace(test.database, runtime.model, workspace)).toMatchObject({ found: 0 });
  });
});
