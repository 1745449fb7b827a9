/**
 * The main job on real input: ideas from a Jira export, feedback from GitHub issues, evidence linked, ideas
 * scored and ranked, put on a board, shared; and a second browser that sees each change live.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { makeInstallation, signIn, type Installation } from './installation.ts';

const DATA = process.env['THROUGHLINE_DATA'] ?? resolve(import.meta.dirname, '../../../shared/data');
const JIRA = `${DATA}/jira-csv-gitbugs/hadoop_jira_export.csv.gz`;
const GITHUB = `${DATA}/github-issues-bitcoin-core-gui/issues.jsonl.gz`;

type Item = { readonly id: string; readonly key: string; readonly title: string };
const itemsOf = async ({ call }: Installation, path: string): Promise<readonly Item[]> =>
  ((await call('GET', path)) as { items: Item[] }).items;

test('imported ideas get evidence, a score, a place on the board, and a link that anybody can open', async ({
  browser,
}) => {
  test.skip(!existsSync(JIRA) || !existsSync(GITHUB), 'The data sets are not here');
  test.setTimeout(240_000);
  const installation = await makeInstallation();
  const { call, command, url } = installation;
  const jira = JSON.parse(await command('--json', 'import', JIRA, '--as', 'ideas', '--space', 'PROD')) as {
    created: number;
  };
  const github = JSON.parse(
    await command('--json', 'import', GITHUB, '--as', 'feedback', '--space', 'PROD'),
  ) as { created: number };
  expect([jira.created, github.created]).toEqual([2503, 341]);

  const watcher = await (await browser.newContext()).newPage();
  await signIn(watcher, installation);
  await watcher.goto(`${url}/s/PROD`);
  const [idea] = await itemsOf(installation, '/ideas?sort=key&limit=1');
  if (!idea) throw new Error('No idea was imported');
  await expect(watcher.getByText(idea.title).first()).toBeVisible({ timeout: 30_000 });

  await test.step('ten insights make the evidence count', async () => {
    const feedback = await itemsOf(installation, '/feedback?limit=10&sort=key');
    await watcher.goto(`${url}/s/PROD?open=${idea.key}`);
    const evidence = watcher.getByRole('tab', { name: /Insights/ });
    await expect(evidence).toBeVisible();
    for (const { id } of feedback)
      await call('POST', '/insights', {
        idea: idea.id,
        feedback: id,
        quote: 'We ran into this too',
        impact: 3,
      });
    await expect(evidence).toContainText('10');
  });

  await test.step('a RICE formula ranks the ideas', async () => {
    for (const name of ['Reach', 'Confidence', 'Effort'])
      await call('POST', '/fields', { entity: 'idea', name, type: 'number' });
    await call('POST', '/fields', {
      entity: 'idea',
      name: 'Impact',
      type: 'select',
      config: {
        options: [
          { name: 'Low', weight: 0.5 },
          { name: 'High', weight: 2 },
        ],
      },
    });
    await call('POST', '/fields', {
      entity: 'idea',
      name: 'RICE',
      type: 'formula',
      config: { expression: 'reach * weight(impact) * confidence / 100 / effort' },
    });
    const ideas = await itemsOf(installation, '/ideas?sort=key&limit=3');
    for (const [index, { id }] of ideas.entries())
      await call('PATCH', `/ideas/${id}`, {
        reach: 100 * (index + 1),
        confidence: 50,
        effort: 2,
        impact: 'High',
      });
    const ranked = await itemsOf(installation, '/ideas?sort=-rice&limit=3');
    expect(ranked.map(({ id }) => id)).toEqual(ideas.map(({ id }) => id).toReversed());
    await watcher.goto(`${url}/s/PROD?sort=-rice`);
    await expect(watcher.getByText(ranked[0]?.title ?? '').first()).toBeVisible();
  });

  await test.step('the board shows where they stand, live, and the link shows it to anybody', async () => {
    const query = {
      version: 1,
      entity: 'idea',
      order: [],
      group: [{ by: { type: 'field', field: 'status' }, direction: 'ascending' }],
      aggregates: [],
      columns: [],
    };
    const view = await call('POST', '/views', {
      space: 'PROD',
      name: 'Now, next, later',
      entity: 'idea',
      layout: 'board',
      query,
    });
    await watcher.goto(`${url}/s/PROD?view=${String(view['id'])}`);
    await expect(watcher.getByRole('link', { name: 'Now, next, later' }).first()).toBeVisible();
    await call('PATCH', `/ideas/${idea.id}`, { status: 'Now', title: 'Moved while you watch' });
    await expect(watcher.getByText('Moved while you watch').first()).toBeVisible();
    const share = await call('POST', '/shares', { view: view['id'], columns: ['title', 'status'] });
    const stranger = await (await browser.newContext()).newPage();
    await stranger.goto(`${url}${String(share['path'])}`);
    await expect(stranger.getByText('Moved while you watch').first()).toBeVisible();
    await expect(stranger.getByText(idea.key, { exact: true })).toHaveCount(0);
  });
  await installation.close();
});
