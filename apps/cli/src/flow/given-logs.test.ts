import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  alignLog,
  alignmentFitness,
  bpmnOfTree,
  discoverGraph,
  drawProcessMap,
  logFacts,
  makeProcessMap,
  mineTree,
  netOfTree,
  writeBpmn,
} from '@throughline/flow';
import { describe, expect, it } from 'vitest';
import { layOut } from './lay-out.ts';
import { openLog } from './open-log.ts';

const LOGS = join(
  process.env['THROUGHLINE_DATA'] ?? join(import.meta.dirname, '../../../../../shared/data'),
  'eventlogs',
);
const FILES = [
  'running-example.xes',
  'running-example.csv',
  'receipt.xes.gz',
  'receipt.csv.gz',
  'roadtraffic100traces.xes',
  'roadtraffic100traces.csv',
  'bpic2012.xes.gz',
  'traffic_fines_10000cases.csv.gz',
  'patients.csv.gz',
  'bpic2020_domestic_cleaned.xes.gz',
  'Production.csv.gz',
  'PurchasingExample.csv.gz',
];

function open(file: string) {
  return openLog(join(LOGS, file), {}, { signal: new AbortController().signal });
}

/** Numbers to a thousandth, which for seconds is a millisecond; everything else exactly. */
function round(value: unknown): unknown {
  if (typeof value === 'number') return Math.round(value * 1000) / 1000;
  if (Array.isArray(value)) return value.map(round);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, round(each)]));
}

describe.skipIf(!existsSync(LOGS))('the given logs', () => {
  it.each(FILES)('%s has the facts that are expected', { timeout: 60_000 }, async (file) => {
    const all = JSON.parse(readFileSync(join(LOGS, 'expected.json'), 'utf8')) as Record<string, object>;
    const { published: _, ...wanted } = all[file] as Record<string, unknown>;
    const { asInFile, sha256 } = await open(file);
    expect(round({ sha256, ...logFacts(asInFile) })).toEqual(round(wanted));
  });

  it.each(FILES)(
    '%s is explained by its own model without a deviation',
    { timeout: 60_000 },
    async (file) => {
      const { log } = await open(file);
      expect(alignmentFitness(alignLog(log, netOfTree(mineTree(log))))).toBe(1);
    },
  );

  it('are drawn, and written as BPMN with every node and flow placed', { timeout: 60_000 }, async () => {
    const { log } = await open('receipt.xes.gz');
    const svg = await drawProcessMap(makeProcessMap(discoverGraph(log)), { layOut, title: 'Receipt' });
    expect(svg).toContain('Confirmation of receipt');
    expect(svg).not.toContain('NaN');
    const process_ = bpmnOfTree(mineTree(log, { noise: 0.2 }));
    const bpmn = await writeBpmn(process_, layOut);
    expect(bpmn.match(/<bpmndi:BPMNShape /g)).toHaveLength(process_.nodes.length);
    expect(bpmn.match(/<di:waypoint /g)?.length).toBeGreaterThanOrEqual(2 * process_.flows.length);
  });

  it('that were cut off are refused in words', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'flow-')), 'cut.xes.gz');
    writeFileSync(file, readFileSync(join(LOGS, 'receipt.xes.gz')).subarray(0, 100_000));
    await expect(openLog(file, {}, { signal: new AbortController().signal })).rejects.toThrow(
      'ends too early',
    );
  });
});
