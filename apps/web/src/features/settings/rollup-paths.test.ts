import { MODEL, type Field } from '@throughline/model';
import { expect, it } from 'vitest';
import { rollupPaths } from './rollup-paths.ts';

const fieldsOf = (entity: string): readonly Field[] => MODEL.entity(entity).fields;

it('reaches the money behind an idea', () => {
  expect(rollupPaths('idea', fieldsOf)).toContainEqual({
    path: 'insights.company.revenue',
    steps: ['Insights', 'Company', 'Revenue'],
    isRecords: false,
    format: 'currency',
  });
});

it('follows connections that people made, and counts what they lead to', () => {
  const needs: Field = {
    id: 'field_needs',
    key: 'needs',
    name: 'Needs',
    type: 'relation',
    config: { target: 'idea' },
  };
  const cost: Field = { id: 'field_cost', key: 'cost', name: 'Cost', type: 'number', config: {} };
  const withOwn = (entity: string): readonly Field[] =>
    entity === 'idea' ? [...fieldsOf(entity), needs, cost] : fieldsOf(entity);
  const paths = rollupPaths('idea', withOwn).map(({ path }) => path);
  expect(paths).toEqual(expect.arrayContaining(['needs', 'needs.cost']));
  expect(paths).not.toContain('needs.votes');
});
