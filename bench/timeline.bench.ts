/** Five thousand bars in the served product, one of them dragged: frames a second, and what a frame costs the page. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { dragFrames, openBench, type DragFrames } from './drag-frames.ts';
import type { Installation } from './installation.ts';
import type { Measures } from './measure.ts';

const BARS = 5000;
const STATUSES = ['New', 'Exploring', 'Later', 'Next', 'Now', 'Shipped'];

export async function measureTimeline(): Promise<Measures> {
  const bench = await openBench(fill);
  try {
    await bench.openView({
      layout: 'timeline',
      settings: { scale: 'month', lanes: 'status', bars: [{ field: 'timeframe', end: null, look: 'solid' }] },
    });
    const frames = await dragBar(bench.page);
    return {
      'timeline.drag': { value: frames.perSecond, unit: 'frames/s' },
      'timeline.drag.cpu': { value: frames.cpuMs, unit: 'ms a frame' },
    };
  } finally {
    await bench.close();
  }
}

async function fill({ command }: Installation): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'throughline-timeline-'));
  const file = join(directory, 'ideas.csv');
  const day = (index: number): string =>
    new Date(Date.UTC(2026, 0, 1) + index * 86_400_000).toISOString().slice(0, 10);
  const rows = Array.from({ length: BARS }, (_, index) => {
    const start = (index * 37) % 700;
    const range = `${day(start)}..${day(start + 20 + (index % 40))}`;
    return [`I-${index}`, `Bar ${index} of the plan`, STATUSES[index % STATUSES.length], range].join(',');
  });
  await writeFile(file, ['Issue id,Title,Status,Timeframe', ...rows].join('\n'));
  command('import', file, '--as', 'ideas', '--space', 'PROD');
  await rm(directory, { recursive: true, force: true });
}

/** The bar in the middle of what is in sight goes to and fro, its lane with it. */
async function dragBar(page: Page): Promise<DragFrames> {
  await page.locator('[data-mark]').first().waitFor({ timeout: 60_000 });
  const boxes = await page.locator('[data-mark]').evaluateAll((marks) =>
    marks.map((mark) => {
      const { x, y, width, height } = mark.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }),
  );
  const from = boxes.find(({ x, y }) => x > 500 && x < 900 && y > 300 && y < 600);
  if (from === undefined) throw new Error('No bar is in sight');
  return dragFrames(page, { from, reach: { x: 180, y: 60 } });
}
