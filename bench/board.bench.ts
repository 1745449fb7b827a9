/** Ten thousand cards in lanes in the served product, one of them dragged. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dragFrames, openBench } from './drag-frames.ts';
import type { Installation } from './installation.ts';
import type { Measures } from './measure.ts';

const CARDS = 10_000;
const STATUSES = ['New', 'Exploring', 'Later', 'Next', 'Now', 'Shipped'];
const TYPES = ['Problem', 'Opportunity', 'Solution', 'Requirement'];

export async function measureBoard(): Promise<Measures> {
  const bench = await openBench(fill);
  try {
    await bench.openView({ layout: 'board', settings: { lanes: 'type' } });
    const card = bench.page.locator('[data-card]').first();
    await card.waitFor({ timeout: 60_000 });
    const box = await card.boundingBox();
    if (box === null) throw new Error('No card is in sight');
    const from = { x: box.x + 120, y: box.y + 40 };
    const frames = await dragFrames(bench.page, { from, reach: { x: 400, y: 160 } });
    return {
      'board.drag': { value: frames.perSecond, unit: 'frames/s' },
      'board.drag.cpu': { value: frames.cpuMs, unit: 'ms a frame' },
    };
  } finally {
    await bench.close();
  }
}

async function fill({ command }: Installation): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'throughline-board-'));
  const file = join(directory, 'ideas.csv');
  const rows = Array.from({ length: CARDS }, (_, index) =>
    [
      `I-${index}`,
      `Card ${index} that somebody wrote`,
      STATUSES[index % STATUSES.length],
      TYPES[(index * 7) % TYPES.length],
    ].join(','),
  );
  await writeFile(file, ['Issue id,Title,Status,Type', ...rows].join('\n'));
  command('import', file, '--as', 'ideas', '--space', 'PROD');
  await rm(directory, { recursive: true, force: true });
}
