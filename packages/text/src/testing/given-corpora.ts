/** Real texts of which it is known what repeats what, where this machine has them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';

export type CorpusText = { readonly title: string; readonly body: string; readonly at?: number };

export type Corpus = {
  readonly texts: readonly CorpusText[];
  /** Each asks with a text for those before a place in the list that say the same. */
  readonly queries: readonly {
    readonly asked: number;
    readonly before: number;
    readonly relevant: ReadonlySet<number>;
  }[];
};

/** Undefined where it is not there. */
export function givenRoot(): string | undefined {
  const root = process.env['THROUGHLINE_DATA'] ?? join(import.meta.dirname, '../../../../../shared/data');
  return existsSync(join(root, 'duplicates-hadoop')) ? root : undefined;
}

const OPEN = { hadoop: openHadoop, gitbugs: openGitbugs, intents: openIntents } as const;
export type CorpusName = keyof typeof OPEN;

/**
 * `hadoop`: 20,859 issues with 1,007 queries; `gitbugs`: 2,503 later ones of another export with 65; `intents`: three
 * messages of each of 77 intents, and 20 more of each that ask for them.
 */
export function openCorpus(root: string, name: CorpusName): Corpus {
  return OPEN[name](root);
}

function openHadoop(root: string): Corpus {
  const records = readLines<HadoopIssue>(root, 'duplicates-hadoop/issues.jsonl.gz');
  const placeOf = new Map(records.map(({ key }, place) => [key, place]));
  const at = (key: string): number => placeOf.get(key) as number;
  return {
    texts: records.map(({ summary, description, created }) => ({
      title: summary ?? '',
      body: description ?? '',
      at: Date.parse(created),
    })),
    queries: readLines<HadoopQuery>(root, 'duplicates-hadoop/queries.jsonl').map(({ query, relevant }) => ({
      asked: at(query),
      before: at(query),
      relevant: new Set(relevant.map(at)),
    })),
  };
}

type HadoopIssue = {
  readonly key: string;
  readonly created: string;
  readonly summary: string | null;
  readonly description: string | null;
};
type HadoopQuery = { readonly query: string; readonly relevant: readonly string[] };

function readLines<Line>(root: string, path: string): readonly Line[] {
  return readGiven(root, path)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `30/Sep/21 17:20`. */
function parseJiraDate(text: string): number {
  const [, day, month, year, hours, minutes] = /^(\d+)\/(\w+)\/(\d+) (\d+):(\d+)/.exec(text) ?? [];
  return Date.UTC(
    2000 + Number(year),
    MONTHS.indexOf(month ?? ''),
    Number(day),
    Number(hours),
    Number(minutes),
  );
}

function openGitbugs(root: string): Corpus {
  const issues = readRows(root, 'jira-csv-gitbugs/hadoop_jira_export.csv.gz')
    .map((row) => ({ id: Number(row['Issue id']), at: parseJiraDate(row['Created'] ?? ''), row }))
    .toSorted((a, b) => a.at - b.at || a.id - b.id);
  const placeOf = new Map(issues.map(({ id }, place) => [id, place]));
  const clusters = new Map<number, Set<number>>();
  for (const pair of readRows(root, 'jira-csv-gitbugs/hadoop_duplicates.csv')) {
    const ends = [pair['Issue id'], pair['Duplicate id']].map((id) => placeOf.get(Number(id)));
    const [one, other] = ends;
    if (one === undefined || other === undefined) continue;
    const merged = new Set([one, other, ...(clusters.get(one) ?? []), ...(clusters.get(other) ?? [])]);
    for (const place of merged) clusters.set(place, merged);
  }
  const queries = [...clusters].flatMap(([asked, cluster]) => {
    const relevant = new Set([...cluster].filter((place) => place < asked));
    return relevant.size === 0 ? [] : [{ asked, before: asked, relevant }];
  });
  return {
    texts: issues.map(({ row, at }) => ({
      title: row['Summary'] ?? '',
      body: row['Description'] ?? '',
      at,
    })),
    queries,
  };
}

const KNOWN = 3;
const ASKING = 20;

function openIntents(root: string): Corpus {
  const messages = readRows(root, 'feedback-banking77/train.csv.gz');
  const groups = [...groupRows(messages, (row) => row['category'] ?? '').values()];
  const known = groups.flatMap((rows) => rows.slice(0, KNOWN));
  const asking = groups.flatMap((rows) => rows.slice(KNOWN, KNOWN + ASKING));
  return {
    texts: [...known, ...asking].map((row) => ({ title: '', body: row['text'] ?? '' })),
    queries: asking.map((row, at) => ({
      asked: known.length + at,
      before: known.length,
      relevant: new Set(
        known.flatMap((other, place) => (other['category'] === row['category'] ? place : [])),
      ),
    })),
  };
}

/** 23,000 short pieces of feedback: reviews of apps and messages to a bank. */
export function openTexts(root: string): readonly string[] {
  return [
    ...readRows(root, 'feedback-app-reviews/app_reviews_8000.csv.gz').map((row) => row['review'] ?? ''),
    ...readRows(root, 'feedback-banking77/train.csv.gz').map((row) => row['text'] ?? ''),
    ...readRows(root, 'feedback-feature-search/reviews.csv.gz').map((row) => row['text'] ?? ''),
  ];
}

export type Row = Readonly<Record<string, string>>;

export function groupRows(
  rows: readonly Row[],
  nameOf: (row: Row) => string,
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(nameOf(row));
    if (group === undefined) groups.set(nameOf(row), [row]);
    else group.push(row);
  }
  return groups;
}

export function readRows(root: string, path: string): readonly Row[] {
  return parse(readGiven(root, path), { columns: true, bom: true, relax_column_count: true });
}

function readGiven(root: string, path: string): string {
  const bytes = readFileSync(join(root, path));
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}
