import { must } from '@throughline/base';
import { expect, it } from 'vitest';
import { MODEL } from '../model.ts';
import { diffPart, isWithin } from './diff-part.ts';
import { mergePart } from './merge-part.ts';
import { parseStandardParts, type PartContent } from './standard-part.ts';

type FieldContent = PartContent & { readonly kind: 'field' };

function buildStatus(...names: readonly string[]): FieldContent {
  const options = names.map((name) => ({ key: name.toLowerCase(), name }));
  return {
    kind: 'field',
    content: { entity: 'idea', key: 'status', name: 'Status', type: 'select', config: { options } },
  };
}

function buildView(columns: readonly string[], settings = {}): PartContent & { readonly kind: 'view' } {
  const query = { entity: 'idea', order: [], group: [], aggregates: [], columns };
  return { kind: 'view', content: { name: 'Plan', entity: 'idea', layout: 'list', query, settings } };
}

const optionsOf = ({ content }: FieldContent): readonly (string | undefined)[] =>
  (content.config.options ?? []).map(({ name }) => name);

it('tells same, extended and overridden apart', () => {
  const standard = buildStatus('New', 'Now', 'Done');
  expect(diffPart(standard, standard)).toEqual({ state: 'same', differences: [] });
  expect(diffPart(standard, buildStatus('New', 'Now', 'Waiting', 'Done'))).toEqual({
    state: 'extended',
    differences: [{ aspect: 'option/waiting', before: null, after: { name: 'Waiting' } }],
  });
  expect(diffPart(standard, buildStatus('New', 'Done'))).toEqual({
    state: 'overridden',
    differences: [{ aspect: 'option/now', before: { name: 'Now' }, after: null }],
  });
  expect(diffPart(standard, buildStatus('Now', 'New', 'Done'))).toMatchObject({
    state: 'overridden',
    differences: [{ aspect: 'members' }],
  });
  expect(diffPart(standard, undefined).state).toBe('missing');
});

it('passes over how wide columns are, and names a layout that is set otherwise', () => {
  const standard = buildView(['status'], { widths: { status: 100 }, layouts: { board: { cards: 1 } } });
  expect(diffPart(standard, buildView(['status'], { layouts: { board: { cards: 1 } } })).state).toBe('same');
  expect(diffPart(standard, buildView(['status', 'owner'], { layouts: { board: { cards: 2 } } }))).toEqual({
    state: 'overridden',
    differences: [
      { aspect: 'layouts/board', before: { cards: 1 }, after: { cards: 2 } },
      { aspect: 'column/owner', before: null, after: 'owner' },
    ],
  });
});

it('lets a space go as far as the author says', () => {
  const allowed = (['fixed', 'extend', 'override'] as const).map((freedom) =>
    (['same', 'extended', 'overridden', 'missing'] as const).filter((state) => isWithin(freedom, state)),
  );
  expect(allowed).toEqual([['same'], ['same', 'extended'], ['same', 'extended', 'overridden', 'missing']]);
});

it('brings a new version in: fixed overwrites, additions stay, and so does what a free space changed', () => {
  const base = buildStatus('New', 'Now', 'Done');
  const next = buildStatus('New', 'Next', 'Now', 'Shipped');
  const current = buildStatus('New', 'Waiting', 'Now', 'Done');
  const merged = (freedom: 'fixed' | 'extend' | 'override') =>
    optionsOf(mergePart({ base, next, current, freedom }));
  expect(merged('fixed')).toEqual(['New', 'Next', 'Now', 'Shipped']);
  expect(merged('extend')).toEqual(['New', 'Next', 'Now', 'Shipped', 'Waiting']);
  expect(merged('override')).toEqual(['New', 'Next', 'Now', 'Shipped', 'Waiting']);
});

it('keeps names, options left out and the order of a free space, and takes what it left alone', () => {
  const base = buildStatus('New', 'Now', 'Done');
  const next = buildStatus('New', 'Now', 'Done', 'Closed');
  const renamed = buildStatus('Now', 'New');
  const current = { ...renamed, content: { ...renamed.content, name: 'Stage' } };
  const merged = mergePart({ base, next, current, freedom: 'override' });
  expect([merged.content.name, ...optionsOf(merged)]).toEqual(['Stage', 'Now', 'New', 'Closed']);
});

it('reads what it writes, gives ids once, and names a part that cannot be read', () => {
  const given = [
    { kind: 'view', freedom: 'fixed', content: { name: 'Plan', entity: 'idea', layout: 'list' } },
    { kind: 'field', freedom: 'override', content: { ...buildStatus('New').content } },
    { kind: 'view', content: { name: 'Plan', entity: 'idea', layout: 'board' } },
  ];
  const parsed = parseStandardParts(MODEL, JSON.parse(JSON.stringify(given)));
  const parts = parsed.ok ? parsed.value : [];
  expect(parts.map(({ id, freedom }) => [id, freedom])).toEqual([
    ['idea.status', 'override'],
    ['view.plan', 'fixed'],
    ['view.plan_2', 'extend'],
  ]);
  expect(parseStandardParts(MODEL, JSON.parse(JSON.stringify(parts)))).toEqual(parsed);
  const broken = [{ ...must(given[0]), content: { name: 'Plan', layout: 'spiral' } }];
  expect(parseStandardParts(MODEL, broken)).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('Plan') },
  });
  expect(parseStandardParts(MODEL, ['x'])).toMatchObject({ ok: false, error: { code: 'part_kind' } });
});
