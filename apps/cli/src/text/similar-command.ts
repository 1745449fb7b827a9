/** `throughline text similar RECORDS --queries FILE`: how well what was said before is found again; or `--like TEXT`. */
import { FlowRefusal } from '@throughline/flow';
import { findSimilar, firstRelevant, measureHits, type SimilarItem } from '@throughline/text';
import type { Command } from 'commander';
import { formatNumber, formatShare, formatTable } from '../flow/format.ts';
import { runFlow, type FlowCall } from '../flow/run-flow.ts';
import { indexRecords, toAsked, type RecordContext } from './index-records.ts';
import { readRecordQueries, readRecords, type RecordQuery, type Records } from './read-records.ts';

const DEPTHS = [1, 5, 10, 20] as const;
/** How far down a ranking is looked at. */
const DEEPEST = 100;
const SHOWN = 10;

export function addSimilarCommand(text: Command): void {
  text
    .command('similar')
    .argument('<file>', 'records as JSON lines: key, created, summary, description; .gz too')
    .description('Find what is similar among records that were created earlier, and measure how well')
    .option('--queries <file>', 'JSON lines: query (a key) and relevant (keys that should be found)')
    .option('--like <text>', 'show what is similar to this text')
    .option('--without-time', 'leave out that what is said at about the same time is likelier the same')
    .action(runFlow(runSimilar));
}

async function runSimilar({ args, options, output, signal }: FlowCall): Promise<void> {
  const { queries, like } = options;
  if (typeof queries !== 'string' && typeof like !== 'string')
    throw new FlowRefusal('bad_option', {
      message: 'Nothing is asked for.',
      why: 'There is neither --queries nor --like.',
      fix: 'Add --queries FILE to measure, or --like TEXT to look.',
    });
  const records = await readRecords(args[0] ?? '', signal);
  const withTime = options['withoutTime'] !== true;
  if (typeof queries === 'string') {
    const asked = await readRecordQueries(queries, records, signal);
    output.result(measureSimilar(records, asked, { withTime }), describe);
    return;
  }
  const { index } = indexRecords(records, { withTime });
  const found = findSimilar(index, { body: String(like) }, { limit: SHOWN });
  output.result(
    found.map(({ id, ...hit }) => ({ key: records.list[Number(id)]?.key, ...hit })),
    () => describeFound(records, found),
  );
}

export type SimilarMeasures = {
  readonly queries: number;
  readonly 'hit@': Readonly<Record<string, number>>;
  readonly mrr: number;
  readonly index_items_per_s: number;
  readonly query_ms_median: number;
};

/** Each query may find the records that come before its own. */
export function measureSimilar(
  records: Records,
  queries: readonly RecordQuery[],
  { withTime }: RecordContext,
): SimilarMeasures {
  const { index, seconds } = indexRecords(records, { withTime });
  const places: (number | null)[] = [];
  const times: number[] = [];
  for (const { place, relevant } of queries) {
    const asked = toAsked(records, place, { withTime });
    const start = performance.now();
    const found = findSimilar(index, asked, { limit: DEEPEST, accepts: (id) => Number(id) < place });
    times.push(performance.now() - start);
    const wanted = new Set([...relevant].map(String));
    places.push(
      firstRelevant(
        found.map(({ id }) => id),
        wanted,
      ),
    );
  }
  const { hit, reciprocal } = measureHits(places, DEPTHS);
  return {
    queries: queries.length,
    'hit@': Object.fromEntries([...hit].map(([depth, share]) => [String(depth), round(share)])),
    mrr: round(reciprocal),
    index_items_per_s: Math.round(records.list.length / seconds),
    query_ms_median: round(times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0),
  };
}

function round(value: number): number {
  return Number(value.toFixed(4));
}

function describe({ queries, 'hit@': hit, mrr, ...speed }: SimilarMeasures): string {
  return [
    `Of ${queries} queries, something right was among`,
    formatTable(
      ['the first', 'share'],
      Object.entries(hit).map(([depth, share]) => [depth, formatShare(share)]),
    ),
    `Mean reciprocal rank ${mrr.toFixed(3)}.`,
    `${formatNumber(speed.index_items_per_s)} records indexed a second; half the queries took up to ${formatNumber(speed.query_ms_median)} ms.`,
  ].join('\n');
}

function describeFound({ list }: Records, found: readonly SimilarItem[]): string {
  if (found.length === 0) return 'Nothing is similar.';
  return formatTable(
    ['key', 'alike', 'summary', 'both have'],
    found.map(({ id, score, because }) => [
      list[Number(id)]?.key ?? '',
      formatShare(score),
      list[Number(id)]?.summary ?? '',
      because.shared.map(({ word }) => word).join(', '),
    ]),
  );
}
