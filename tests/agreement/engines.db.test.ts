/** Law 3: every engine gives the same answer. `THROUGHLINE_CASES` sets how many queries each database is asked. */
import { makeSortKey } from '@throughline/base';
import { createTableSql, insertRecords, recordTable, type Queryable } from '@throughline/db';
import { describeDatabases } from '@throughline/db/testing';
import { fieldType, kindOf, makeModel, MODEL, type Values } from '@throughline/model';
import {
  ColumnStore,
  compileTest,
  compileValue,
  cursorOfRow,
  evaluate,
  joinSql,
  lowerCount,
  lowerGroups,
  lowerPages,
  lowerRows,
  lowerValues,
  makeContext,
  makeRowLayout,
  makeStoreScope,
  openView,
  sql,
  sqlParam,
  type Aggregate,
  type ViewContext,
  type Expression,
  type ViewQuery,
  type ViewResult,
} from '@throughline/view';
import { buildField, buildSchema, THING } from '@throughline/view/testing';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { arbitraryQueries } from './arbitrary-query.ts';
import {
  arbitraryRecords,
  arbitraryValues,
  makeRecordId,
  PEOPLE,
  type GeneratedRecord,
} from './arbitrary-record.ts';
import { assertKept } from './kept-failures.ts';
import { queryPacked, type Row } from './packed-queries.ts';

const CASES = Number(process.env['THROUGHLINE_CASES'] ?? 10_000);
const QUERIES_A_RUN = 20;
/** Of each of the two tests of a database; their lists are half full on average, and there are two databases. */
const RUNS = Math.ceil(CASES / QUERIES_A_RUN / 2);
const TIME_LIMIT = Math.max(60_000, 60 * CASES);
/** Shrinking stops in time to report what it has found. */
const IN_SQL = { numRuns: RUNS, interruptAfterTimeLimit: 0.75 * TIME_LIMIT, markInterruptAsFailure: true };
const IN_MEMORY = { numRuns: CASES };

const model = makeModel([THING], MODEL.fieldTypes);
const table = recordTable(model, THING);
const context = makeContext({
  now: Date.parse('2026-03-01T10:20:30.456Z'),
  zone: 'Asia/Tokyo',
  me: PEOPLE[0] ?? null,
});
/** Two people share a name, one is not known; ids stand the other way round. */
const NAMES = new Map(PEOPLE.slice(0, 2).map((id, index) => [id, index === 0 ? 'Zoë' : 'ada 10']));
const schema = buildSchema(
  [
    buildField('rice', 'formula', { expression: 'reach * stage / size' }),
    buildField('next', 'formula', { expression: 'rice + coalesce(rice, price)' }),
    buildField('share', 'formula', { expression: 'percentile(reach, view) - normalize(size, view)' }),
    buildField('late', 'formula', { expression: 'due < today() and not isDone' }),
    buildField('label', 'formula', { expression: 'concat(title, "/", name)' }),
  ],
  {
    titleOf: (id) => NAMES.get(id),
    idOf: () => undefined,
    orders: (target) => target === 'person',
  },
);
const titleRows = [...NAMES].map(
  ([id, title]) => sql`(${sqlParam(id, 'text')}, ${sqlParam(makeSortKey(title), 'text')})`,
);
const parts = {
  schema,
  context,
  layout: makeRowLayout({
    table: 'thing',
    columns: new Set(table.columns.map((column) => column.field.id)),
    kindOf: (field) => kindOf(fieldType(field.type), field.config),
    titleKey: (_target, id) =>
      sql`(select p.key from (values ${joinSql(titleRows, ', ')}) as p(id, key) where p.id = ${id})`,
  }),
};
const arbitraries = arbitraryQueries(schema);

async function replaceRecords(db: Queryable, records: readonly GeneratedRecord[]): Promise<void> {
  await db.query('delete from thing');
  await insertRecords(db, { model, table, workspace: 'workspace_a', fields: schema.fields }, records);
}

/** Half of the records by columns, as a snapshot brings them, and half one by one. */
function fill(records: readonly GeneratedRecord[]): ColumnStore {
  const store = new ColumnStore(schema);
  const first = records.slice(0, Math.ceil(records.length / 2));
  store.fill({
    ids: first.map(({ id }) => id),
    column: (field) => first.map(({ values }) => values[field]),
  });
  for (const { id, values } of records.slice(first.length)) store.put(id, values);
  return store;
}

/** The contract asks of numbers that they agree to 1e-9; sums, also to what adding in another order may leave. */
function isClose(a: number, b: number, residue: number): boolean {
  const apart = Math.abs(a - b);
  return apart <= 1e-9 * Math.max(Math.abs(a), Math.abs(b)) || apart <= residue;
}

/** What was found, with numbers that are close to those expected replaced by them. */
function align(found: unknown, expected: unknown, residue?: unknown): unknown {
  if (typeof found === 'number' && typeof expected === 'number')
    return isClose(found, expected, typeof residue === 'number' ? residue : 0) ? expected : found;
  if (Array.isArray(found) && Array.isArray(expected))
    return found.map((value, at) => align(value, expected[at], Array.isArray(residue) ? residue[at] : 0));
  return isRecord(found) && isRecord(expected)
    ? Object.fromEntries(
        Object.entries(found).map(([key, value]) => [
          key,
          align(value, expected[key], isRecord(residue) ? residue[key] : 0),
        ]),
      )
    : found;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * How far two orders of adding may be apart, in the shape of the described result. Either is within (n - 1) u Σ|x| of
 * the sum, where u is 2⁻⁵³ (Higham, Accuracy and Stability of Numerical Algorithms, 4.2); an average rounds once more.
 */
function describeResidues(store: ColumnStore, query: ViewQuery, now: ViewContext) {
  const isSum = query.aggregates.map(({ name }) => name === 'sum' || name === 'average');
  const sizes = evaluate(store, { ...query, aggregates: query.aggregates.map(toSize) }, now);
  const residues = (aggregates: readonly (number | null)[], count: number): number[] =>
    aggregates.map((size, at) => (isSum[at] === true ? (count + 1) * Number.EPSILON * (size ?? 0) : 0));
  return {
    groups: sizes.groups.map(({ aggregates, rows }) => ({ aggregates: residues(aggregates, rows.length) })),
    aggregates: residues(sizes.aggregates, sizes.count),
  };
}

/** The same of the sizes of what is summed up. */
function toSize(aggregate: Aggregate): Aggregate {
  if (aggregate.of === undefined || (aggregate.name !== 'sum' && aggregate.name !== 'average'))
    return aggregate;
  return { ...aggregate, of: { type: 'call', name: 'abs', arguments: [aggregate.of] } };
}

function describeResult(store: ColumnStore, result: ViewResult) {
  return {
    count: result.count,
    ids: Array.from(result.rows, (row) => store.idOf(row)),
    groups: result.groups.map(({ keys, rows, aggregates }) => ({
      keys: keys,
      count: rows.length,
      aggregates: aggregates,
    })),
    aggregates: result.aggregates,
  };
}

/** The statements of a query, and how their answers read as the engine's. */
function lowerAll(query: ViewQuery) {
  const { group: _none, ...whole } = query;
  return [
    lowerCount(query, parts),
    lowerRows(query, parts),
    lowerGroups({ ...whole, group: [] }, parts),
    ...(query.group.length === 0 ? [] : [lowerGroups(query, parts)]),
  ];
}

function describeAnswers(query: ViewQuery, answers: readonly (readonly Row[])[]) {
  const [count, rows, whole, groups] = answers;
  const keysOf = (row: Row, letter: string, all: readonly unknown[]): unknown[] =>
    all.map((_, index) => row[`${letter}${index}`]);
  return {
    count: count?.[0]?.['count'],
    ids: rows?.map((row) => row['id']),
    groups: (query.group.length === 0 ? [] : (groups ?? [])).map((row) => ({
      keys: keysOf(row, 'g', query.group),
      count: row['count'],
      aggregates: keysOf(row, 'a', query.aggregates),
    })),
    aggregates: keysOf(whole?.[0] ?? {}, 'a', query.aggregates),
  };
}

describeDatabases('agreement', (under) => {
  beforeAll(async () => {
    await under.database.query(createTableSql(model, THING));
  });

  test(
    'values are the same in memory and in SQL',
    async () => {
      const run = fc.asyncProperty(
        arbitraryRecords(schema.fields, 12),
        fc.array(arbitraries.value, { minLength: 1, maxLength: QUERIES_A_RUN, size: 'max' }),
        async (records, expressions) => {
          await replaceRecords(under.database, records);
          const answers = await queryPacked(
            under.database,
            expressions.map((of) => lowerValues([of], parts)),
          );
          const store = fill(records);
          for (const [index, of] of expressions.entries()) {
            const actual = answers[index]?.map((row) => [row['id'], row['v0']]);
            const values = valuesInMemory(store, of);
            expect({ of, values: align(actual, values) }).toEqual({ of, values });
          }
        },
      );
      await assertKept('values', run, IN_SQL);
    },
    TIME_LIMIT,
  );

  function valuesInMemory(store: ColumnStore, of: Expression): unknown[] {
    const value = compileValue(of, makeStoreScope(store, context));
    return Array.from(store.live(), (row): [string, unknown] => [store.idOf(row), value(store.reader(row))]);
  }

  test(
    'lists, groups, aggregates and pages are the same in memory and in SQL',
    async () => {
      const run = fc.asyncProperty(
        arbitraryRecords(schema.fields, 12),
        fc.array(arbitraries.query, { minLength: 1, maxLength: QUERIES_A_RUN, size: 'max' }),
        async (records, queries) => {
          await replaceRecords(under.database, records);
          const store = fill(records);
          const statements = queries.map(lowerAll);
          const answers = await queryPacked(under.database, statements.flat());
          const pages: { query: ViewQuery; rest: unknown[] }[] = [];
          let at = 0;
          for (const [index, query] of queries.entries()) {
            const own = answers.slice(at, (at += statements[index]?.length ?? 0));
            const expected = describeResult(store, evaluate(store, query, context));
            const residues = describeResidues(store, query, context);
            expect({ query, answers: align(describeAnswers(query, own), expected, residues) }).toEqual({
              query,
              answers: expected,
            });
            const middle = own[1]?.[Math.floor(expected.count / 2)];
            if (middle === undefined) continue;
            const after = cursorOfRow(middle);
            const rest = expected.ids.slice(Math.floor(expected.count / 2) + 1);
            pages.push({ query: { ...query, window: { limit: 100, after } }, rest });
          }
          const rests = await queryPacked(
            under.database,
            pages.flatMap(({ query }) => [lowerRows(query, parts), ...lowerPages(query, parts)]),
          );
          let from = 0;
          for (const { query, rest } of pages) {
            const count = lowerPages(query, parts).length;
            const [page, ...pieces] = rests.slice(from, (from += 1 + count));
            const idsOf = (rows: readonly Row[] = []): unknown[] => rows.map((row) => row['id']);
            const found = { ids: idsOf(page), inPieces: idsOf(pieces.flat()) };
            expect({ query, ...found }).toEqual({ query, ids: rest, inPieces: rest });
          }
        },
      );
      await assertKept('lists', run, IN_SQL);
    },
    TIME_LIMIT,
  );
});

type Step =
  | { readonly type: 'put' | 'patch'; readonly at: number; readonly values: Values }
  | { readonly type: 'remove'; readonly at: number }
  | { readonly type: 'advance'; readonly by: number };

function arbitrarySteps(): fc.Arbitrary<Step[]> {
  const at = fc.integer({ min: 0, max: 15 });
  const values = arbitraryValues(schema.fields);
  return fc.array(
    fc.oneof(
      fc.record({ type: fc.constant('put' as const), at, values }),
      fc.record({ type: fc.constant('patch' as const), at, values }),
      fc.record({ type: fc.constant('remove' as const), at }),
      fc.record({
        type: fc.constant('advance' as const),
        by: fc.constantFrom(1, 3_600_000, 86_400_000, 400 * 86_400_000),
      }),
    ),
    { maxLength: 8 },
  );
}

test('an open view stays what evaluating from scratch gives', { timeout: TIME_LIMIT }, async () => {
  const run = fc.property(
    arbitraryRecords(schema.fields, 12),
    arbitraries.query,
    arbitrarySteps(),
    (records, query, steps) => {
      const store = fill(records);
      let now = context;
      const view = openView(store, query, now);
      for (const step of steps) {
        if (step.type === 'advance') {
          now = {
            ...now,
            now: now.now + step.by,
            today: now.today + Math.floor(step.by / 86_400_000) * 86_400_000,
          };
          view.advance(now);
        } else {
          const id = makeRecordId((step.at * 7) % 101);
          if (step.type === 'remove') store.remove(id);
          else if (step.type === 'put') store.put(id, step.values);
          else store.patch(id, step.values);
        }
        const expected = describeResult(store, evaluate(store, query, now));
        const residues = describeResidues(store, query, now);
        expect(align(describeResult(store, view.result()), expected, residues)).toEqual(expected);
      }
      view.close();
    },
  );
  await assertKept('open-views', run, IN_MEMORY);
});

test('columns answer as one record at a time does', { timeout: TIME_LIMIT }, async () => {
  const run = fc.property(arbitraryRecords(schema.fields, 12), arbitraries.condition, (records, where) => {
    const store = fill(records);
    const passes = compileTest(where, makeStoreScope(store, context));
    const expected = [...store.live()].filter((row) => passes(store.reader(row)));
    const query: ViewQuery = {
      version: 1,
      entity: 'thing',
      where,
      order: [],
      group: [],
      aggregates: [],
      columns: [],
    };
    expect([...evaluate(store, query, context).rows]).toEqual(expected);
  });
  await assertKept('columns', run, IN_MEMORY);
});
