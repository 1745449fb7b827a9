/** Dragging in the served product: a page with a view of a filled space, and the frames while the pointer moves. */
import type { Page } from '@playwright/test';
import { launchBrowser, signIn, VIEWPORT } from './browser.ts';
import { startInstallation, type Installation } from './installation.ts';

const MOVES = 240;

/** Runs in the page. */
const COUNT_FRAMES = `
  window.benchFrames = { frames: 0, start: performance.now() };
  const count = () => {
    window.benchFrames.frames += 1;
    requestAnimationFrame(count);
  };
  requestAnimationFrame(count);
`;

export type DragBench = {
  readonly page: Page;
  /** Makes a view with what it keeps for its layout, and shows it. */
  readonly openView: (view: { readonly layout: string; readonly settings: object }) => Promise<void>;
  readonly close: () => Promise<void>;
};

export async function openBench(fill: (installation: Installation) => Promise<void>): Promise<DragBench> {
  const installation = await startInstallation(null);
  const { url } = installation;
  const browser = await launchBrowser();
  await fill(installation);
  const page = await browser.newPage({ viewport: VIEWPORT });
  await signIn(page, installation);
  return {
    page,
    openView: async ({ layout, settings }) => {
      const id = await makeView(installation, { layout, settings });
      await page.goto(`${url}/s/PROD?view=${id}`);
    },
    close: async () => {
      await browser.close();
      await installation.close();
    },
  };
}

async function makeView(
  { url, token }: Installation,
  { layout, settings }: { readonly layout: string; readonly settings: object },
): Promise<string> {
  const answer = await fetch(`${url}/api/v1/views`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      space: 'PROD',
      name: `Bench ${layout}`,
      entity: 'idea',
      layout,
      query: { version: 1, entity: 'idea', order: [], group: [], aggregates: [], columns: [] },
      settings: { layouts: { [layout]: settings } },
    }),
  });
  const { id } = (await answer.json()) as { readonly id: string };
  return id;
}

type Point = { readonly x: number; readonly y: number };

export type DragFrames = {
  readonly perSecond: number;
  /** Time of the page's main thread a frame: does not change with what else the machine does. */
  readonly cpuMs: number;
};

/** Holds what lies at a point and takes it around, a move a frame. */
export async function dragFrames(
  page: Page,
  { from, reach }: { readonly from: Point; readonly reach: Point },
): Promise<DragFrames> {
  await page.waitForTimeout(2000);
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 12, from.y + 6, { steps: 4 });
  await page.evaluate(COUNT_FRAMES);
  const before = await taskTime();
  for (let move = 0; move < MOVES; move++) {
    const turn = (move / 40) * Math.PI;
    await page.mouse.move(from.x + Math.sin(turn) * reach.x, from.y + Math.sin(turn / 2) * reach.y);
  }
  const after = await taskTime();
  const { frames, seconds } = await page.evaluate(() => {
    const counter = Reflect.get(globalThis, 'benchFrames') as { frames: number; start: number };
    return { frames: counter.frames, seconds: (performance.now() - counter.start) / 1000 };
  });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  return { perSecond: frames / seconds, cpuMs: ((after - before) * 1000) / MOVES };

  async function taskTime(): Promise<number> {
    const { metrics } = await client.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
  }
}
