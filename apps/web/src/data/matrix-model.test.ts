import { makeQuery, parseMatrixSettings } from '@throughline/view';
import { must } from '@throughline/base';
import { afterEach, expect, test } from 'vitest';
import { buildOfflineWorkspace, ideaId, SPACE } from '../testing/offline-workspace.ts';
import { matrixFields } from './matrix-fields.ts';
import { makeMatrixModel } from './matrix-model.ts';
import type { WorkspaceData } from './workspace-data.ts';

const open: WorkspaceData[] = [];

afterEach(() => {
  for (const data of open.splice(0)) data.close();
});

async function buildMatrix() {
  const data = await buildOfflineWorkspace([
    { title: 'Apples', status: 'now', votes: 2 },
    { title: 'Cherries', status: 'later', votes: 3 },
    { title: 'Pears', votes: 4 },
  ]);
  open.push(data);
  const source = data.source('idea', SPACE);
  const axis = (field: string) => ({ field, isReversed: false, line: null });
  const settings = { ...parseMatrixSettings(undefined), x: axis('status'), y: axis('votes') };
  const fields = must(matrixFields(settings, source.schema()));
  const model = makeMatrixModel(data, source);
  model.subscribe(() => undefined);
  model.setShape({ query: makeQuery('idea'), fields });
  return { data, model, fields, source };
}

test('options are places, and a record without one waits', async () => {
  const { model, fields } = await buildMatrix();
  const { plotted, waiting } = model.data();
  expect([plotted.ids, [...plotted.x], [...plotted.y], waiting]).toEqual([
    [ideaId(1), ideaId(2)],
    [4, 2],
    [2, 3],
    [ideaId(3)],
  ]);
  expect([model.format(fields.x, 4), model.format(fields.y, 1234)]).toEqual(['Now', '1,234']);
});

test('several moves are one act, and what stays is not written', async () => {
  const { data, model } = await buildMatrix();
  model.move(
    [
      { id: ideaId(1), x: 4 },
      { id: ideaId(2), x: 3 },
      { id: ideaId(3), x: 0 },
    ],
    'moved',
  );
  expect([...model.data().plotted.x]).toEqual([4, 3, 0]);
  data.writer.undoLast();
  expect([...model.data().plotted.x]).toEqual([4, 2]);
});

test('what is worked out cannot be moved', async () => {
  const { model, fields } = await buildMatrix();
  expect([model.mayMove(ideaId(1), fields.x), model.mayMove(ideaId(1), fields.y)]).toEqual([true, false]);
});

test('without a choice two different axes are guessed', async () => {
  const { source } = await buildMatrix();
  const guess = matrixFields(parseMatrixSettings(undefined), source.schema());
  expect([guess?.x.id, guess?.y.id, guess?.color?.id]).toEqual(['insightCount', 'votes', 'status']);
});
