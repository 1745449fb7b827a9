/**
 * `throughline text suggest RECORDS --queries FILE`: how often something is suggested for records that repeat an earlier
 * one, and for records that do not.
 */
import { FlowRefusal } from '@throughline/flow';
import { fitSuggestions, measureStandOut, suggestSimilar, type findSimilar } from '@throughline/text';
import type { Command } from 'commander';
import { formatNumber, formatShare } from '../flow/format.ts';
import { runFlow, type FlowCall } from '../flow/run-flow.ts';
import { indexRecords, toAsked } from './index-records.ts';
import { readRecordQueries, readRecords, type RecordQuery, type Records } from './read-records.ts';

/** So many records, evenly spread, tell as much as all. */
const SAMPLE = 4000;

export function addSuggestCommand(text: Command): void {
  text
    .command('suggest')
    .argument('<file>', 'records as JSON lines: key, created, summary, description; .gz too')
    .description('Measure how often what is suggested is right, and how often nothing should have been')
    .option('--queries <file>', 'JSON lines: query (a key) and relevant (keys that should be found)')
    .option('--share <number>', 'how many of the records that repeat nothing may be shown something', '0.1')
    .action(runFlow(runSuggest));
}

async function runSuggest({ args, options, output, signal }: FlowCall): Promise<void> {
  const { queries } = options;
  if (typeof queries !== 'string')
    throw new FlowRefusal('bad_option', {
      message: 'Nothing is asked for.',
      why: 'There is no --queries.',
      fix: 'Add --queries FILE with records that repeat earlier ones.',
    });
  const share = Number(options['share']);
  if (!(share >= 0 && share <= 1))
    throw new FlowRefusal('bad_option', {
      message: '--share is no number from 0 to 1.',
      why: `It is “${String(options['share'])}”.`,
      fix: 'Write 0.1 for a tenth.',
    });
  const records = await readRecords(args[0] ?? '', signal);
  const asked = await readRecordQueries(queries, records, signal);
  output.result(measureSuggestions(records, asked, share), describe);
}

export type SuggestMeasures = {
  readonly queries: number;
  readonly threshold: number | null;
  /** Of records that repeat nothing, those that were shown something. */
  readonly shown_without: number;
  /** Of the queries, those that were shown something. */
  readonly shown: number;
  /** Of the queries, those that were shown something right. */
  readonly right_in_three: number;
  /** Of the queries that were shown something, those where the first was right. */
  readonly first_right: number;
};

/** The threshold comes from one half of the records that repeat nothing, what is measured on them from the other half. */
function measureSuggestions(
  records: Records,
  queries: readonly RecordQuery[],
  share: number,
): SuggestMeasures {
  const { index } = indexRecords(records, { withTime: true });
  const repeating = new Set(queries.map(({ place }) => place));
  const others = [...records.list.keys()].filter((place) => !repeating.has(place));
  const step = Math.max(1, Math.floor(others.length / (2 * SAMPLE)));
  const sample = others.filter((_, at) => at % step === 0);
  const look = (place: number): Parameters<typeof findSimilar> => [
    index,
    toAsked(records, place, { withTime: true }),
    { accepts: (id) => Number(id) < place },
  ];
  const standOuts = sample.map((place) => measureStandOut(...look(place)));
  const threshold = fitSuggestions(
    standOuts.filter((_, at) => at % 2 === 0),
    share,
  );
  const measured = standOuts.filter((_, at) => at % 2 === 1);
  const shown = queries.map(({ place, relevant }) => {
    const [of, asked, accepts] = look(place);
    return suggestSimilar(of, asked, { ...accepts, threshold }).map(({ id }) => relevant.has(Number(id)));
  });
  const withSome = shown.filter(({ length }) => length > 0);
  return {
    queries: queries.length,
    threshold: Number.isFinite(threshold) ? round(threshold) : null,
    shown_without: ratio(measured.filter((one) => one > threshold).length, measured.length),
    shown: ratio(withSome.length, shown.length),
    right_in_three: ratio(shown.filter((hits) => hits.includes(true)).length, shown.length),
    first_right: ratio(withSome.filter(([first]) => first === true).length, withSome.length),
  };
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : round(part / whole);
}

function round(value: number): number {
  return Number(value.toFixed(4));
}

function describe(measured: SuggestMeasures): string {
  return [
    `Of ${formatNumber(measured.queries)} records that repeat an earlier one, ${formatShare(measured.shown)} were shown something, ${formatShare(measured.right_in_three)} something right; the first was right in ${formatShare(measured.first_right)} of what was shown.`,
    `Of those that repeat nothing, ${formatShare(measured.shown_without)} were shown something.`,
  ].join('\n');
}
