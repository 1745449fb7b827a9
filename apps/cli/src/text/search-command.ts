/** `throughline text search REVIEWS --queries JUDGED`: how well texts about something are found; or `--for WORDS`. */
import { compareCodePoints } from '@throughline/base';
import { FlowRefusal } from '@throughline/flow';
import {
  addItem,
  averagePrecision,
  makeLexicalIndex,
  precisionAt,
  searchTexts,
  type LexicalIndex,
} from '@throughline/text';
import type { Command } from 'commander';
import { formatTable } from '../flow/format.ts';
import { runFlow, type FlowCall } from '../flow/run-flow.ts';
import { readTable } from './read-table.ts';

const DEPTH = 10;

export function addSearchCommand(text: Command): void {
  text
    .command('search')
    .argument('<file>', 'reviews as CSV: app, review_id, text; .gz too')
    .description('Search texts, and measure how well those about something are found')
    .option('--queries <file>', 'CSV of judged reviews: app, query, review_id, relevant (Y or N)')
    .option('--for <words>', 'show the texts about this')
    .option('--wide', 'look for words too that the best texts have in common')
    .action(runFlow(runSearch));
}

async function runSearch({ args, options, output, signal }: FlowCall): Promise<void> {
  const { queries, for: words } = options;
  const isWide = options['wide'] === true;
  if (typeof queries !== 'string' && typeof words !== 'string')
    throw new FlowRefusal('bad_option', {
      message: 'Nothing is asked for.',
      why: 'There is neither --queries nor --for.',
      fix: 'Add --queries FILE to measure, or --for WORDS to look.',
    });
  const reviews = await readReviews(args[0] ?? '', signal);
  if (typeof queries === 'string') {
    const judged = await readJudged(queries, reviews, signal);
    output.result(measureSearch(reviews, judged, { isWide }), describe);
    return;
  }
  const found = [...reviews]
    .flatMap(([app, texts]) =>
      searchTexts(indexTexts(texts), String(words), { limit: DEPTH, isWide }).map(({ id, ...hit }) => ({
        app,
        review_id: id,
        text: texts.get(id) ?? '',
        score: hit.score,
        because: hit.because,
      })),
    )
    .toSorted((a, b) => b.score - a.score)
    .slice(0, DEPTH);
  output.result(found, () =>
    found.length === 0
      ? 'Nothing was found.'
      : formatTable(
          ['app', 'review', 'text'],
          found.map(({ app, review_id: id, text }) => [app, id, text]),
        ),
  );
}

/** For each app its texts by their id; of an id that occurs twice the last. */
type Reviews = ReadonlyMap<string, ReadonlyMap<string, string>>;

async function readReviews(file: string, signal: AbortSignal): Promise<Reviews> {
  const reviews = new Map<string, Map<string, string>>();
  for (const { cells } of await readTable(file, ['app', 'review_id', 'text'], signal)) {
    const texts = reviews.get(cells.app) ?? new Map<string, string>();
    reviews.set(cells.app, texts.set(cells.review_id, cells.text));
  }
  return reviews;
}

/** What people said of reviews for one query: which were judged, and which of them are about it. */
type Judged = { readonly app: string; readonly query: string; readonly isRelevant: Map<string, boolean> };

async function readJudged(file: string, reviews: Reviews, signal: AbortSignal): Promise<readonly Judged[]> {
  const judged = new Map<string, Judged>();
  const columns = ['app', 'query', 'review_id', 'relevant'] as const;
  for (const { line, cells } of await readTable(file, columns, signal)) {
    const { app, query, review_id: id, relevant } = cells;
    if (!reviews.has(app))
      throw new FlowRefusal('broken_file', {
        message: `${file}, line ${line} cannot be used.`,
        why: `There is no review of the app “${app}”.`,
        fix: 'Check that the queries belong to these reviews.',
      });
    const name = JSON.stringify([app, query]);
    const one = judged.get(name) ?? { app, query, isRelevant: new Map<string, boolean>() };
    judged.set(name, one);
    if (!one.isRelevant.has(id)) one.isRelevant.set(id, /^(y|yes|true|1)$/i.test(relevant.trim()));
  }
  return [...judged.values()];
}

export type SearchMeasures = { readonly queries: number; readonly 'p@10': number; readonly map: number };

/** Rankings are of all texts of an app; those that nobody judged are passed over. */
export function measureSearch(
  reviews: Reviews,
  judged: readonly Judged[],
  { isWide }: { readonly isWide: boolean },
): SearchMeasures {
  const indexes = new Map([...reviews].map(([app, texts]) => [app, indexTexts(texts)]));
  const precisions: number[] = [];
  const averages: number[] = [];
  for (const { app, query, isRelevant } of judged) {
    const texts = reviews.get(app) ?? new Map<string, string>();
    const ranking = rankAll(indexes.get(app) as LexicalIndex, query, { texts, isWide });
    const seen = ranking.flatMap((id) => isRelevant.get(id) ?? []);
    precisions.push(precisionAt(seen, DEPTH));
    averages.push(averagePrecision(seen, [...isRelevant.values()].filter(Boolean).length));
  }
  return { queries: judged.length, 'p@10': mean(precisions), map: mean(averages) };
}

function indexTexts(texts: ReadonlyMap<string, string>): LexicalIndex {
  const index = makeLexicalIndex();
  for (const [id, body] of texts) addItem(index, { id, texts: [{ body }] });
  return index;
}

/** What was not found stands below, by id. */
function rankAll(
  index: LexicalIndex,
  query: string,
  { texts, isWide }: { readonly texts: ReadonlyMap<string, string>; readonly isWide: boolean },
): readonly string[] {
  const found = searchTexts(index, query, { limit: texts.size, isWide }).map(({ id }) => id);
  const isFound = new Set(found);
  const rest = [...texts.keys()].filter((id) => !isFound.has(id)).toSorted(compareCodePoints);
  return [...found, ...rest];
}

function mean(values: readonly number[]): number {
  return Number((values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(4));
}

function describe({ queries, 'p@10': precision, map }: SearchMeasures): string {
  return [
    `${queries} queries.`,
    `Of the first ten judged texts ${(precision * 100).toFixed(1)} % are about what was asked for.`,
    `Mean average precision ${map.toFixed(3)}.`,
  ].join('\n');
}
