/** The view engine in Chromium: the same measurement that runs anywhere, bundled into a page. */
import { resolve } from 'node:path';
import { rolldown } from 'rolldown';
import { launchBrowser } from './browser.ts';
import type { Measure, Measures } from './measure.ts';

type EngineMeasures = Readonly<Record<string, Measure>>;

export async function measureBrowserEngine(): Promise<Measures> {
  const build = await rolldown({
    input: resolve('bench/view-engine.bench.ts'),
    platform: 'browser',
    resolve: { conditionNames: ['import', 'default'] },
  });
  const { output } = await build.generate({ format: 'iife', name: 'viewBench' });
  await build.close();
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: output[0].code });
    const measured = (await page.evaluate(
      'viewBench.measure({ clock: () => performance.now() })',
    )) as EngineMeasures;
    return named(measured);
  } finally {
    await browser.close();
  }
}

function named(measured: EngineMeasures): Measures {
  const query = measured['view.query'];
  return {
    ...measured,
    ...(query?.ratio === undefined ? {} : { 'view.query.speedup': { value: query.ratio, unit: '×' } }),
  };
}
