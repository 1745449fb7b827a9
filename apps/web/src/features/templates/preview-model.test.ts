import { TEMPLATES, type ViewPart } from '@throughline/model';
import { expect, test } from 'vitest';
import { makePreview } from './preview-model.ts';

const now = Date.UTC(2026, 10, 23);
const views = TEMPLATES.flatMap(({ key, blueprint: { fields, views: parts }, examples }) =>
  parts
    .map((view): [string, ViewPart] => [key, view])
    .map(([name, view]) => ({ name, view, fields, examples })),
);

test.each(views)('$name draws $view.name from its own blueprint', ({ view, fields, examples }) => {
  const { rows, query, schema, groups } = makePreview(view, { fields, examples, now });
  expect(rows.length).toBeGreaterThan(0);
  expect(query.columns).toEqual(view.query['columns']);
  expect(query.order).toHaveLength((view.query['order'] as readonly unknown[]).length);
  expect(query.group.length === 0 || groups.length > 0).toBe(true);
  expect([...schema.formulaProblems.keys()]).toEqual([]);
  for (const row of rows) {
    expect(row.title).not.toBe('');
    for (const { id } of schema.fields) row.valueOf(id);
  }
});

test.each(TEMPLATES.filter(({ examples }) => examples.length > 0).map(({ key }) => key))(
  '%s shows the examples that it adds, and no others',
  (key) => {
    const template = TEMPLATES.find((each) => each.key === key);
    const titles = new Set(template?.examples.map(({ title }) => title));
    for (const view of template?.blueprint.views ?? []) {
      const { rows } = makePreview(view, {
        fields: template?.blueprint.fields ?? [],
        examples: template?.examples ?? [],
        now,
      });
      expect(rows.filter(({ title }) => !titles.has(title))).toEqual([]);
    }
  },
);

test('a preview computes formulas, over the examples of its template where there are some', () => {
  const rice = TEMPLATES.find(({ key }) => key === 'rice');
  const [view] = rice?.blueprint.views ?? [];
  if (rice === undefined || view === undefined) throw new Error('No RICE template');
  const { rows } = makePreview(view, { fields: rice.blueprint.fields, examples: rice.examples, now });
  const search = rows.find(({ title }) => title.startsWith('Find any order'));
  expect(search?.valueOf('field:rice')).toBe((1200 * 4 * 0.8) / 3);
});
