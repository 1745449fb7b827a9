import { expect, signIn, test } from './installation.ts';

/** Of JavaScript, packed, until a list shows its first row. */
const MOST_BYTES = 170_000;

declare global {
  interface Window {
    /** When the first cell of the list was there, on the page's own clock. */
    firstCellAt?: number;
  }
}

test('a list shows its rows after little code', async ({ page, browser, installation }) => {
  await installation.call('POST', '/ideas', { space: 'PROD', title: 'The first of all' });
  await signIn(page, installation);
  const { cookies } = await page.context().storageState();
  const context = await browser.newContext({
    storageState: { cookies, origins: [] },
    serviceWorkers: 'block',
  });
  const visitor = await context.newPage();
  await visitor.addInitScript(() => {
    new MutationObserver((_changes, observer) => {
      if (document.querySelector('[role=gridcell]') === null) return;
      window.firstCellAt = performance.now();
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await visitor.goto(`${installation.url}/s/PROD`);
  await expect(visitor.getByText('The first of all')).toBeVisible();
  await visitor.waitForFunction(() => window.firstCellAt !== undefined);
  const scripts = await visitor.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(
        (entry): entry is PerformanceResourceTiming =>
          entry instanceof PerformanceResourceTiming &&
          entry.name.endsWith('.js') &&
          entry.responseEnd <= (window.firstCellAt ?? Infinity),
      )
      .map(({ name, encodedBodySize }) => ({ name: new URL(name).pathname, bytes: encodedBodySize })),
  );
  const bytes = scripts.reduce((sum, script) => sum + script.bytes, 0);
  expect(bytes, JSON.stringify(scripts, null, 2)).toBeLessThanOrEqual(MOST_BYTES);
  expect(scripts.length).toBeGreaterThan(2);
  await context.close();
});

test('the frame stands before the records have come, and says how much has', async ({
  page,
  browser,
  installation,
}) => {
  await signIn(page, installation);
  const { cookies } = await page.context().storageState();
  const context = await browser.newContext({
    storageState: { cookies, origins: [] },
    serviceWorkers: 'block',
  });
  const visitor = await context.newPage();
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await visitor.route(/sync\/snapshot\?.*space=/, async (route) => {
    await held;
    await route.continue();
  });
  await visitor.goto(`${installation.url}/s/PROD`);
  await expect(visitor.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await expect(visitor.getByRole('progressbar', { name: 'Opening the workspace' })).toBeVisible();
  await expect(visitor.getByText(/MB received/)).toBeVisible();
  release();
  await expect(visitor.getByRole('progressbar')).toHaveCount(0);
  await context.close();
});

test('what comes late moves nothing that is shown already', async ({ page, installation }) => {
  await signIn(page, installation);
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.context().route(/sync\/snapshot\?.*space=/, async (route) => {
    await held;
    await route.continue();
  });
  await installation.call('POST', '/spaces', { name: 'Comes late', key: 'LATE' });
  await page.goto(`${installation.url}/settings/fields`);
  const button = page.getByRole('button', { name: 'New field' });
  await expect(button).toBeVisible();
  await expect(page.getByRole('progressbar', { name: 'Opening the workspace' })).toBeVisible();
  // Lines break otherwise in the letters that stand in until the font is here.
  await page.evaluate(() => document.fonts.ready);
  const before = await button.boundingBox();
  release();
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  expect(await button.boundingBox()).toEqual(before);
});
