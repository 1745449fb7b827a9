/** The list at 100,000 ideas in the served product: scrolling, and the time from an edit to its paint. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { launchBrowser, signIn, VIEWPORT } from './browser.ts';
import { startInstallation, type Installation } from './installation.ts';
import { median, type Measures } from './measure.ts';

const ROWS = 100_000;
const FRAMES = 400;
const EDITS = 15;
const SLOW_FRAME_MS = 33;
/** Between edits, for the server's answer to come in. */
const REST_MS = 150;
const STATUSES = ['New', 'Exploring', 'Later', 'Next', 'Now', 'Shipped'];

export async function measureList(): Promise<Measures> {
  const installation = await startInstallation(null);
  const browser = await launchBrowser();
  try {
    await fill(installation);
    const page = await browser.newPage({ viewport: VIEWPORT });
    await openList(page, installation);
    const intervals = await scroll(page);
    const slow = intervals.filter((interval) => interval > SLOW_FRAME_MS).length;
    return {
      'list.scroll': { value: (slow / intervals.length) * 100, unit: '% slow' },
      'list.edit': { value: median(await edit(page)), unit: 'ms' },
    };
  } finally {
    await browser.close();
    await installation.close();
  }
}

async function fill({ command }: Installation): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'throughline-list-'));
  const file = join(directory, 'ideas.csv');
  const rows = Array.from({ length: ROWS }, (_, index) =>
    [
      `I-${index}`,
      `Idea ${index} that somebody wrote down`,
      STATUSES[index % STATUSES.length],
      index % 97,
      (index * 7) % 13,
      'search;export',
    ].join(','),
  );
  await writeFile(file, ['Issue id,Title,Status,Reach,Effort,Labels', ...rows].join('\n'));
  command('import', file, '--as', 'ideas', '--space', 'PROD');
  await rm(directory, { recursive: true, force: true });
}

async function openList(page: Page, installation: Installation): Promise<void> {
  await signIn(page, installation);
  await page.goto(`${installation.url}/s/PROD`);
  await page.getByText('Idea 0 that somebody wrote down').waitFor({ timeout: 60_000 });
  await page.waitForTimeout(2000);
}

/** Milliseconds between frames while the list scrolls 240 pixels each. */
async function scroll(page: Page): Promise<readonly number[]> {
  return page.evaluate(async (frames) => {
    const list = document.querySelector('[role=treegrid]');
    if (list === null) throw new Error('No list is shown');
    const intervals: number[] = [];
    let last = performance.now();
    for (let frame = 0; frame < frames; frame++) {
      list.scrollBy(0, 240);
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const now = performance.now();
      intervals.push(now - last);
      last = now;
    }
    list.scrollTo(0, 0);
    return intervals;
  }, FRAMES);
}

/** From the key that ends an edit to the end of the frame that shows the new title. */
async function edit(page: Page): Promise<readonly number[]> {
  const times: number[] = [];
  const editor = page.locator('[role=gridcell] input:not([type=checkbox])');
  await page.getByRole('treegrid').focus();
  await page.keyboard.press('Home');
  for (let round = 0; round < EDITS; round++) {
    const title = `Edited title number ${round}`;
    await page.keyboard.press('e');
    await editor.fill(title);
    const painted = await watchForPaint(page, title);
    await page.keyboard.press('Enter');
    times.push(await painted());
    await page.waitForTimeout(REST_MS);
  }
  return times;
}

/** Begins with the next key; answers how many milliseconds it took until a cell with the text was painted. */
async function watchForPaint(page: Page, text: string): Promise<() => Promise<number>> {
  const watch = await page.evaluateHandle((wanted) => {
    const isShown = (): boolean =>
      [...document.querySelectorAll('[role=gridcell]')].some(
        (cell) => cell.textContent === wanted && cell.querySelector('input') === null,
      );
    const afterPaint = (run: () => void): void => {
      const channel = new MessageChannel();
      channel.port1.addEventListener('message', run);
      channel.port1.start();
      channel.port2.postMessage(null);
    };
    const painted = new Promise<number>((resolve) => {
      const begin = (): void => {
        const start = performance.now();
        const look = (): void => {
          if (isShown()) afterPaint(() => resolve(performance.now() - start));
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      };
      addEventListener('keydown', begin, { once: true, capture: true });
    });
    return { painted };
  }, text);
  return () => watch.evaluate(({ painted }) => painted);
}
