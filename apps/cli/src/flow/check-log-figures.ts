/** The figures of the given event logs: facts as expected, models that fit, explanations in time. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { alignLog, alignmentFitness, logFacts, mineTree, netOfTree, type EventLog } from '@throughline/flow';
import type { Figure } from '../forecast/check-figures.ts';
import { openLog } from './open-log.ts';

/** Seconds are compared to the millisecond. */
const TOLERANCE = 0.001_000_1;
const RECEIPT_SECONDS = 10;

export async function checkLogFigures(directory: string, signal: AbortSignal): Promise<readonly Figure[]> {
  const expectedFile = join(directory, 'expected.json');
  if (!existsSync(expectedFile)) return [];
  const expected = JSON.parse(readFileSync(expectedFile, 'utf8')) as Record<string, Record<string, unknown>>;
  const figures: Figure[] = [];
  for (const [file, { published: _, ...wanted }] of Object.entries(expected)) {
    const { log, asInFile, sha256 } = await openLog(join(directory, file), {}, { signal });
    const found = { sha256, ...logFacts(asInFile) };
    const wrong = differences(wanted, found);
    figures.push({
      figure: `${file}: facts`,
      wanted: `${countFigures(wanted)} figures`,
      found: wrong.length === 0 ? 'all of them' : `not ${wrong.slice(0, 3).join(', ')}`,
      ok: wrong.length === 0,
    });
    figures.push(...checkModel(file, log));
  }
  return figures;
}

function checkModel(file: string, log: EventLog): readonly Figure[] {
  const net = netOfTree(mineTree(log));
  const start = performance.now();
  const fitness = alignmentFitness(alignLog(log, net));
  const seconds = (performance.now() - start) / 1000;
  return [
    { figure: `${file}: fitness of its model`, wanted: '1', found: String(fitness), ok: fitness === 1 },
    ...(file === 'receipt.xes.gz'
      ? [
          {
            figure: `${file}: seconds to explain all cases`,
            wanted: `≤ ${RECEIPT_SECONDS}`,
            found: seconds.toFixed(2),
            ok: seconds <= RECEIPT_SECONDS,
          },
        ]
      : []),
  ];
}

/** The places at which two values differ, down to single figures. */
function differences(wanted: unknown, found: unknown, place = ''): readonly string[] {
  if (typeof wanted === 'number' && typeof found === 'number')
    return Math.abs(wanted - found) <= TOLERANCE ? [] : [place];
  if (!isObject(wanted) || !isObject(found)) return wanted === found ? [] : [place];
  const keys = new Set([...Object.keys(wanted), ...Object.keys(found)]);
  return [...keys].flatMap((key) =>
    differences(wanted[key], found[key], place === '' ? key : `${place}.${key}`),
  );
}

function countFigures(value: unknown): number {
  return isObject(value)
    ? Object.values(value).reduce<number>((sum, each) => sum + countFigures(each), 0)
    : 1;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
