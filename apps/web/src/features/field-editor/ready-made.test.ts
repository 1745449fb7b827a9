import { MODEL, type Field, type Values } from '@throughline/model';
import {
  ColumnStore,
  compileValue,
  makeContext,
  makePathIndex,
  makeSchema,
  makeStoreScope,
} from '@throughline/view';
import { expect, test } from 'vitest';
import { fitReadyMade, readyMades, type ReadyMadeId } from './ready-made.ts';

const ideaFields = MODEL.entity('idea').fields;

function reckon(id: ReadyMadeId, records: readonly Values[], own: readonly Field[] = []): unknown[] {
  const readyMade = readyMades.find((each) => each.id === id);
  if (readyMade === undefined) throw new Error(id);
  const fields = [...ideaFields, ...own];
  const fitted = fitReadyMade(readyMade, makeSchema({ entity: 'idea', fields }));
  const formula: Field = {
    id: 'field_score',
    key: 'score',
    name: 'Score',
    type: 'formula',
    config: { expression: fitted.expression },
  };
  const schema = makeSchema({
    entity: 'idea',
    fields: [...fields, ...fitted.missing, formula],
    paths: makePathIndex(MODEL, 'idea', (entity) => MODEL.entity(entity).fields),
  });
  expect(schema.formulaProblems.get('field_score')).toBeUndefined();
  const store = new ColumnStore(schema);
  for (const [index, values] of records.entries()) {
    const byId = Object.entries(values).map(([key, value]) => [schema.findField(key)?.id ?? key, value]);
    store.put(`idea_${index}`, Object.fromEntries(byId));
  }
  const value = compileValue(
    { type: 'field', field: 'field_score' },
    makeStoreScope(store, makeContext({ now: 0 })),
  );
  return records.map((_, row) => value(store.reader(row)));
}

test('RICE, ICE, WSJF and value for effort are quotients and products of their inputs', () => {
  expect(reckon('rice', [{ reach: 1000, impact: 2, confidence: 80, effort: 4 }, { reach: 5 }])).toEqual([
    400,
    null,
  ]);
  expect(reckon('ice', [{ impact: 4, confidence: 50, ease: 8 }])).toEqual([16]);
  expect(
    reckon('wsjf', [{ business_value: 8, time_criticality: 5, risk_reduction: 2, job_size: 3 }]),
  ).toEqual([5]);
  expect(
    reckon('value-effort', [
      { value: 6, effort: 4 },
      { value: 6, effort: 0 },
    ]),
  ).toEqual([1.5, null]);
});

test('a weighted score stays between 0 and 100, and what counts against an idea is turned round', () => {
  const records = [
    { impact: 5, reach: 100, effort: 1 },
    { impact: 1, reach: 0, effort: 9 },
    { impact: 3, reach: 50, effort: 5 },
    { impact: 3, reach: 50 },
  ];
  expect(reckon('weighted', records)).toEqual([100, 0, 50, null]);
});

test('the Kano category follows the evaluation table', () => {
  const answers = ['i_like_it', 'i_expect_it', 'i_am_neutral', 'i_can_live_with_it', 'i_dislike_it'];
  const letters = answers.map((there) =>
    reckon(
      'kano',
      answers.map((gone) => ({ kano_with: there, kano_without: gone })),
    )
      .map((category) => String(category).charAt(0))
      .join(''),
  );
  // P is the one-dimensional O of the table.
  expect(letters).toEqual(['QAAAP', 'RIIIM', 'RIIIM', 'RIIIM', 'RRRRQ']);
  expect(reckon('kano', [{ kano_with: 'i_like_it' }])).toEqual([null]);
});

test('the opportunity score adds what is missing, and takes nothing off', () => {
  const records = [{ importance: 9, satisfaction: 3 }, { importance: 4, satisfaction: 8 }, { importance: 9 }];
  expect(reckon('opportunity', records)).toEqual([15, 4, null]);
});

test('MoSCoW counts in its order', () => {
  expect(reckon('moscow', [{ moscow: 'must_have' }, { moscow: 'won_t_have' }, {}])).toEqual([3, 0, null]);
});

test('confidence from evidence grows with companies, and falls with repetition and with age', () => {
  const newest: Field = {
    id: 'field_newest',
    key: 'newest',
    name: 'Newest',
    type: 'rollup',
    config: { path: 'insights.createdAt', aggregate: 'max', result: 'date' },
  };
  const [today, old] = ['1970-01-01T00:00:00.000Z', '1969-10-03T00:00:00.000Z'];
  const counts = [
    {},
    { insightCount: 1, companyCount: 1, newest: today },
    { insightCount: 1, companyCount: 1, newest: old },
    { insightCount: 10, companyCount: 1, newest: today },
    { insightCount: 12, companyCount: 12, newest: today },
    { insightCount: 3 },
  ];
  expect(reckon('evidence', counts, [newest])).toEqual([0, 63, 50, 40, 90, 0]);
});

test('fields that are there are used, by name too; of another kind they are left alone', () => {
  const own: Field[] = [
    { id: 'field_a', key: 'how_many', name: 'Reach', type: 'number', config: {} },
    { id: 'field_b', key: 'effort', name: 'Effort', type: 'text', config: {} },
  ];
  const [rice] = readyMades;
  const schema = makeSchema({ entity: 'idea', fields: [...ideaFields, ...own] });
  const fitted = rice && fitReadyMade(rice, schema);
  expect(fitted?.expression).toBe('how_many * impact * confidence / 100 / effort_2');
  expect(fitted?.used.map(({ id }) => id)).toEqual(['field_a']);
  expect(fitted?.missing.map(({ name }) => name)).toEqual(['Impact', 'Confidence', 'Effort 2']);
});
