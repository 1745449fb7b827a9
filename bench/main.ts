/** `npm run bench [-- NAME …] [--json]`: runs the benchmarks whose figures begin with a name, prints what they reach. */
import { measureBoard } from './board.bench.ts';
import { measureBrowserEngine } from './browser-engine.bench.ts';
import { measureFlowLogs } from './flow-logs.bench.ts';
import { measureForecast } from './forecast.bench.ts';
import { GOALS, isReached } from './goals.ts';
import { measureGrowth } from './grow.bench.ts';
import { measureImport } from './import.bench.ts';
import { measureList } from './list.bench.ts';
import { measureMatrix } from './matrix.bench.ts';
import type { Bench, Measures } from './measure.ts';
import { measurePortal } from './portal.bench.ts';
import { measureSpace } from './space.bench.ts';
import { measureText } from './text.bench.ts';
import { measureTimeline } from './timeline.bench.ts';
import { measureWrites } from './writes.bench.ts';

const BENCHES: readonly Bench[] = [
  { name: 'view', run: measureBrowserEngine },
  { name: 'writes', run: measureWrites },
  { name: 'import', run: measureImport },
  { name: 'list', run: measureList },
  { name: 'space', run: measureSpace },
  { name: 'page', run: measureGrowth },
  { name: 'matrix', run: measureMatrix },
  { name: 'board', run: measureBoard },
  { name: 'timeline', run: measureTimeline },
  { name: 'flow', run: measureFlowLogs },
  { name: 'forecast', run: measureForecast },
  { name: 'text', run: measureText },
  { name: 'portal', run: measurePortal },
];

const args = process.argv.slice(2);
const isJson = args.includes('--json');
const names = args.filter((arg) => !arg.startsWith('--'));

const measures: Record<string, Measures[string]> = {};
for (const bench of BENCHES) {
  const isWanted =
    names.length === 0 ||
    names.some(
      (name) =>
        name === bench.name ||
        name.startsWith(`${bench.name}.`) ||
        (name.startsWith('live') && bench.name === 'writes'),
    );
  if (!isWanted) continue;
  if (!isJson) process.stderr.write(`${bench.name} …\n`);
  Object.assign(measures, await bench.run());
}

const results = Object.entries(measures).map(([name, measure]) => {
  const goal = GOALS[name];
  return [name, { ...measure, ...(goal ? { goal, ok: isReached(goal, measure) } : {}) }] as const;
});
if (isJson) console.log(JSON.stringify(Object.fromEntries(results)));
else
  for (const [name, { value, unit, baseline, ratio, goal, ok }] of results.map(
    ([name, result]) => [name, { goal: undefined, ok: undefined, ...result }] as const,
  )) {
    const beside =
      baseline === undefined ? '' : `beside ${round(baseline)} (${round(ratio ?? Number.NaN)} ×)`;
    const wanted =
      goal === undefined ? '' : `goal ${goal.of === 'ratio' ? 'ratio ' : ''}${goal.op} ${goal.value}`;
    console.log(
      [
        name.padEnd(24),
        `${round(value)} ${unit}`.padStart(14),
        (ok === undefined ? '' : ok ? 'ok' : 'MISSED').padEnd(7),
        wanted.padEnd(20),
        beside,
      ].join('  '),
    );
  }
process.exit(results.every(([, result]) => !('ok' in result) || result.ok) ? 0 : 1);

function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toFixed(3);
}
