/** A matrix of 10,000 points in the served product: how many frames a second a bubble is dragged at, beside plain SVG. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { launchBrowser, signIn, VIEWPORT } from './browser.ts';
import { startInstallation, type Installation } from './installation.ts';
import { median, type Measures } from './measure.ts';

const POINTS = 10_000;
const FRAMES = 150;
const ROUNDS = 3;

export async function measureMatrix(): Promise<Measures> {
  const installation = await startInstallation(null);
  const browser = await launchBrowser();
  try {
    await fill(installation);
    const page = await browser.newPage({ viewport: VIEWPORT });
    await openMatrix(page, installation);
    const cpu = await watchCpu(page);
    const rounds: Drag[] = [];
    for (let round = 0; round < ROUNDS; round++) rounds.push(await cpu(() => drag(page)));
    const svg = await cpu(() => dragInSvg(page));
    const rate = median(rounds.map((round) => round.rate));
    const work = median(rounds.map((round) => round.cpu));
    return {
      'matrix.drag': { value: rate, unit: 'frames/s', baseline: svg.rate, ratio: rate / svg.rate },
      'matrix.drag.cpu': { value: work, unit: 'ms/frame', baseline: svg.cpu, ratio: work / svg.cpu },
    };
  } finally {
    await browser.close();
    await installation.close();
  }
}

type Drag = {
  /** Frames a second. */
  readonly rate: number;
  /** Milliseconds of the page's main thread in each frame, whatever else the machine does. */
  readonly cpu: number;
};

async function watchCpu(page: Page): Promise<(run: () => Promise<number>) => Promise<Drag>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
  return async (run) => {
    const before = await spent();
    const rate = await run();
    return { rate, cpu: ((await spent()) - before) / FRAMES };
  };
}

async function fill({ command }: Installation): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'throughline-matrix-'));
  const file = join(directory, 'ideas.csv');
  const statuses = ['New', 'Exploring', 'Later', 'Next', 'Now', 'Shipped'];
  const rows = Array.from({ length: POINTS }, (_, index) =>
    [
      `I-${index}`,
      `Idea ${index} that somebody wrote down`,
      statuses[index % statuses.length],
      ((index * 7919) % 10_007) / 10,
      ((index * 104_729) % 9973) / 10,
    ].join(','),
  );
  await writeFile(file, ['Issue id,Title,Status,Reach,Effort', ...rows].join('\n'));
  command('import', file, '--as', 'ideas', '--space', 'PROD');
  await rm(directory, { recursive: true, force: true });
}

async function openMatrix(page: Page, installation: Installation): Promise<void> {
  await signIn(page, installation);
  await page.goto(`${installation.url}/s/PROD?layout=matrix`);
  await page.locator(`[data-plot][data-points="${POINTS}"]`).waitFor({ timeout: 60_000 });
  await page.waitForTimeout(2000);
}

/** The bubble in hand goes in circles over the whole plot; then it is put back where it was. */
async function drag(page: Page): Promise<number> {
  await page.locator('[data-plot]').focus();
  await page.keyboard.press('Home');
  const box = await page.locator('[data-active]').boundingBox();
  if (box === null) throw new Error('No bubble is in hand');
  const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 10, from.y + 10);
  await page.locator('[data-moving]').waitFor();
  const rate = await page.evaluate(async (frames) => {
    const bounds = document.querySelector('[data-plot]')?.getBoundingClientRect();
    if (!bounds) throw new Error('No plot is shown');
    const start = performance.now();
    for (let frame = 0; frame < frames; frame++) {
      const angle = (frame / frames) * Math.PI * 4;
      dispatchEvent(
        new PointerEvent('pointermove', {
          clientX: bounds.left + bounds.width * (0.5 + 0.45 * Math.cos(angle)),
          clientY: bounds.top + bounds.height * (0.5 + 0.45 * Math.sin(angle)),
          pointerType: 'mouse',
        }),
      );
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return (frames / (performance.now() - start)) * 1000;
  }, FRAMES);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await page.locator('[data-moving]').waitFor({ state: 'detached' });
  return rate;
}

/** As many circles in an SVG, one of them moved. */
async function dragInSvg(page: Page): Promise<number> {
  return page.evaluate(
    async ({ frames, points }) => {
      const name = 'http://www.w3.org/2000/svg';
      const svg = document.createElementNS(name, 'svg');
      svg.setAttribute('style', 'position:fixed;inset:0;width:760px;height:440px;background:#fff');
      for (let at = 0; at < points; at++) {
        const circle = document.createElementNS(name, 'circle');
        circle.setAttribute('cx', String(((at * 7919) % 10_007) / 13.2));
        circle.setAttribute('cy', String(((at * 104_729) % 9973) / 22.7));
        circle.setAttribute('r', '3');
        circle.setAttribute('fill', 'rgb(61 126 222 / 82%)');
        circle.setAttribute('stroke', '#fff');
        svg.append(circle);
      }
      document.body.replaceChildren(svg);
      await new Promise((resolve) => setTimeout(resolve, 1000));
      const moved = svg.lastElementChild;
      const start = performance.now();
      for (let frame = 0; frame < frames; frame++) {
        const angle = (frame / frames) * Math.PI * 4;
        moved?.setAttribute('cx', String(380 + 340 * Math.cos(angle)));
        moved?.setAttribute('cy', String(220 + 198 * Math.sin(angle)));
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      return (frames / (performance.now() - start)) * 1000;
    },
    { frames: FRAMES, points: POINTS },
  );
}
