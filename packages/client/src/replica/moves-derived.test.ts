import { MODEL, type Values } from '@throughline/model';
import { expect, it } from 'vitest';
import { movesDerived } from './moves-derived.ts';

const status = (category: string, name = 'Now'): Values => ({
  config: { options: [{ key: 'now', name, category }] },
});

const built = { entity: 'idea', key: 'status' };

it.each<[string, string, Values | null, Values | null, boolean]>([
  ['an option counts otherwise', 'select', status('active'), status('done'), true],
  ['an option is called otherwise', 'select', status('done'), status('done', 'Out'), false],
  ['a rollup adds up something else', 'rollup', { config: {} }, { config: { path: 'children' } }, true],
  ['a formula says something else', 'formula', { config: {} }, { config: { expression: '1' } }, false],
  ['the workspace has options of its own', 'select', null, { ...status('done'), ...built }, true],
  ['a space has options of its own', 'select', null, { ...status('done'), ...built, in: 'space_1' }, false],
  ['a field is new', 'select', null, { ...status('done'), entity: 'idea', key: 'size' }, false],
  ['a field is renamed', 'rollup', { name: 'A' }, { name: 'B' }, false],
  ['a field is back', 'number', { archivedAt: 'then' }, { archivedAt: null }, true],
  ['a field is deleted', 'select', status('done'), null, false],
])('when %s', (_name, type, before, after, isMoved) => {
  expect(movesDerived(MODEL, { before, after }, type)).toBe(isMoved);
});
