/** `throughline flow variants`: the ways cases take, commonest first. */
import { findVariants, rankVariants, sequenceOf, type EventLog } from '@throughline/flow';
import type { Command } from 'commander';
import { formatDuration, formatShare } from './format.ts';
import { addLogOptions } from './log-options.ts';
import { openLog } from './open-log.ts';
import { wholeNumber } from './option-values.ts';
import { runFlow } from './run-flow.ts';

type VariantRow = {
  readonly rank: number;
  readonly cases: number;
  readonly share: number;
  /** Of the cases, up to and with this one. */
  readonly covered: number;
  readonly median_duration_s: number;
  readonly sequence: readonly string[];
  readonly example: string;
};

export function addVariantsCommand(flow: Command): void {
  addLogOptions(flow.command('variants'))
    .argument('<file>', 'event log')
    .description('List the ways cases take, commonest first')
    .option('--top <n>', 'so many of them (20; all with --json)')
    .action(
      runFlow(async ({ args, options, output, signal }) => {
        const { log } = await openLog(args[0] ?? '', options, { signal });
        const fallback = options['json'] === true ? Number.POSITIVE_INFINITY : 20;
        const top = wholeNumber(options, 'top') ?? fallback;
        output.result(listVariants(log, top), describeVariants);
      }),
    );
}

type VariantList = {
  readonly cases: number;
  readonly variants: number;
  readonly list: readonly VariantRow[];
};

function listVariants(log: EventLog, top: number): VariantList {
  const variants = findVariants(log);
  const total = variants.count.reduce((sum, count) => sum + count, 0);
  const medians = medianDurations(log, variants.variantOf, variants.count.length);
  let covered = 0;
  const list = rankVariants(variants)
    .slice(0, top)
    .map((variant, at) => {
      const cases = variants.count[variant] as number;
      const example = variants.example[variant] as number;
      covered += cases;
      return {
        rank: at + 1,
        cases,
        share: cases / total,
        covered: covered / total,
        median_duration_s: (medians[variant] as number) / 1000,
        sequence: Array.from(sequenceOf(log, example), (code) => log.activities[code] as string),
        example: log.caseIds[example] as string,
      };
    });
  return { cases: total, variants: variants.count.length, list };
}

function medianDurations(
  { firstEvent, time }: EventLog,
  variantOf: Int32Array,
  count: number,
): readonly number[] {
  const durations: number[][] = Array.from({ length: count }, () => []);
  for (const [index, variant] of variantOf.entries()) {
    const first = firstEvent[index] as number;
    const end = firstEvent[index + 1] as number;
    durations[variant]?.push((time[end - 1] as number) - (time[first] as number));
  }
  return durations.map((list) => {
    const sorted = list.toSorted((a, b) => a - b);
    const middle = (sorted.length - 1) / 2;
    return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
  });
}

function describeVariants({ cases, variants, list }: VariantList): string {
  const rows = list.map(
    (row) =>
      `${String(row.rank).padStart(4)}. ${row.cases} cases (${formatShare(row.share)}, ${formatShare(row.covered)} so far), median ${formatDuration(row.median_duration_s * 1000)}\n      ${shorten(row.sequence)}`,
  );
  return [`${cases} cases take ${variants} different ways.`, ...rows].join('\n');
}

const LONGEST = 24;

/** Repeats in a row as one with their number; the middle of very long ways left out. */
function shorten(sequence: readonly string[]): string {
  const runs: { name: string; times: number }[] = [];
  for (const name of sequence) {
    const last = runs.at(-1);
    if (last?.name === name) last.times += 1;
    else runs.push({ name, times: 1 });
  }
  const words = runs.map(({ name, times }) => (times === 1 ? name : `${name} (${times} ×)`));
  if (words.length <= LONGEST) return words.join(' → ');
  return [...words.slice(0, LONGEST - 4), `… ${words.length - LONGEST + 1} more …`, ...words.slice(-3)].join(
    ' → ',
  );
}
