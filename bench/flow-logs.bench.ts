/** Event logs: from a file to facts, from a loaded log to a drawn one, and up to five million events. */
import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createGunzip, gunzipSync } from 'node:zlib';
import {
  applyFilters,
  cycleTimes,
  discoverGraph,
  inTimeOrder,
  makeItemsFromSteps,
  makeProcessMap,
  makeRandom,
  readLog,
  summarizeDays,
  type EventLog,
  type Filter,
} from '@throughline/flow';
import { median, withBaseline, type Measures } from './measure.ts';

const LOGS = join(process.env['THROUGHLINE_DATA'] ?? '../shared/data', 'eventlogs');
const BPI_2012 = join(LOGS, 'bpic2012.xes.gz');
const COMMAND = 'apps/cli/bin/throughline.mjs';
const CHUNK = 1 << 20;

/** Rows of the generated logs. */
const SIZES = [500_000, 1_000_000, 2_000_000, 5_000_000] as const;

export async function measureFlowLogs(): Promise<Measures> {
  const generated = await measureGenerated();
  if (!existsSync(BPI_2012)) return generated;
  return { ...(await measureFacts()), ...(await measureLoaded()), ...(await measureBeside()), ...generated };
}

/** The whole command, its start included. */
async function measureFacts(): Promise<Measures> {
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    const start = performance.now();
    await promisify(execFile)(process.execPath, [COMMAND, 'flow', 'facts', BPI_2012, '--json']);
    times.push(performance.now() - start);
  }
  return { 'flow.facts': { value: median(times), unit: 'ms' } };
}

async function measureLoaded(): Promise<Measures> {
  const log = inTimeOrder(await open(BPI_2012));
  const times = repeat(15, () => {
    const kept = applyFilters(log, [{ type: 'duration', min: '1d' }]);
    redraw(kept, []);
    summarizeDays(cycleTimes(makeItemsFromSteps(kept)));
  });
  return { 'flow.loaded': { value: median(times), unit: 'ms' } };
}

/** What a screen shows: the part of the graph that is drawn, with the median of each arrow. */
function redraw(log: EventLog, filters: readonly Filter[]): number {
  const { steps } = makeProcessMap(discoverGraph(applyFilters(log, filters)));
  return steps.reduce((sum, { wait }) => sum + wait.median, 0);
}

function repeat(rounds: number, work: () => void): readonly number[] {
  return Array.from({ length: rounds }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
}

async function open(file: string): Promise<EventLog> {
  const source = createReadStream(file, { highWaterMark: CHUNK });
  const { log } = await readLog(
    file.endsWith('.gz') ? source.pipe(createGunzip({ chunkSize: CHUNK })) : source,
  );
  return log;
}

/** Reading and graph, beside pm4js on the same file. */
async function measureBeside(): Promise<Measures> {
  const start = performance.now();
  discoverGraph(inTimeOrder(await open(BPI_2012)));
  const own = performance.now() - start;
  const theirs = await readWithPm4js(BPI_2012);
  return {
    'flow.read': withBaseline(own, 'ms', theirs),
    'flow.read.speedup': { value: theirs / own, unit: '×' },
  };
}

type Pm4js = {
  readonly XesImporter: { readonly apply: (xml: string) => unknown };
  readonly FrequencyDfgDiscovery: { readonly apply: (log: unknown) => unknown };
};

/** It puts its classes into the global scope. */
async function readWithPm4js(file: string): Promise<number> {
  createRequire(import.meta.url)('pm4js/init.js');
  const { XesImporter, FrequencyDfgDiscovery } = globalThis as unknown as Pm4js;
  const start = performance.now();
  FrequencyDfgDiscovery.apply(XesImporter.apply(gunzipSync(readFileSync(file)).toString('utf8')));
  return performance.now() - start;
}

async function measureGenerated(): Promise<Measures> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'));
  try {
    const perEvent: number[] = [];
    let last: Measures = {};
    for (const size of SIZES) {
      const file = join(folder, `${size}.csv`);
      await writeGenerated(file, size);
      const memory = size === 5_000_000 ? await measureMemory(file) : 0;
      const start = performance.now();
      const log = inTimeOrder(await open(file));
      const read = performance.now() - start;
      perEvent.push((read / size) * 1e6);
      last = { ...last, [`flow.csv.${size / 1e6}m`]: { value: read, unit: 'ms' } };
      if (size !== 5_000_000) continue;
      const graph = median(repeat(5, () => redraw(log, [])));
      const long: Filter = { type: 'length', min: 8 };
      const filtered = median(repeat(5, () => redraw(log, [long])));
      last = {
        ...last,
        'flow.csv.memory': { value: memory, unit: 'MB' },
        'flow.graph': { value: graph, unit: 'ms' },
        'flow.redraw': { value: filtered, unit: 'ms' },
      };
    }
    const [smallest = Number.NaN] = perEvent;
    return { ...last, 'flow.csv.linear': { value: (perEvent.at(-1) ?? Number.NaN) / smallest, unit: '×' } };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const PRINT_MEMORY = 'process.on("exit",()=>console.error(process.resourceUsage().maxRSS/1024))';

/** The most that the whole command for the facts ever holds. */
async function measureMemory(file: string): Promise<number> {
  const { stderr } = await promisify(execFile)(
    process.execPath,
    ['--import', `data:text/javascript,${PRINT_MEMORY}`, COMMAND, 'flow', 'facts', file, '--json'],
    { maxBuffer: 1 << 26 },
  );
  return Number(stderr.trim().split('\n').at(-1));
}

/** A thousand cases at a time, ten events each on average, thirty activities, two hundred people. */
async function writeGenerated(file: string, rows: number): Promise<void> {
  const random = makeRandom(7);
  const below = (limit: number): number => Math.floor(random() * limit);
  const out = createWriteStream(file);
  const open: { id: number; step: number; time: number }[] = [];
  let cases = 0;
  let clock = Date.parse('2020-01-01T00:00:00Z');
  let lines = ['case_id,activity,timestamp,resource,amount\n'];
  for (let row = 0; row < rows; row++) {
    while (open.length < 1000) open.push({ id: cases++, step: 0, time: clock + below(86_400_000) });
    const at = below(open.length);
    const current = open[at] as (typeof open)[number];
    current.time += below(7_200_000);
    const activity = (current.step++ + below(3)) % 30;
    lines.push(
      `C${current.id},Activity ${activity},${new Date(current.time).toISOString()},Resource ${below(200)},${below(1000)}\n`,
    );
    if (below(10) === 0) {
      clock = current.time;
      open.splice(at, 1);
    }
    if (lines.length < 20_000) continue;
    if (!out.write(lines.join(''))) await once(out, 'drain');
    lines = [];
  }
  out.end(lines.join(''));
  await once(out, 'close');
}
