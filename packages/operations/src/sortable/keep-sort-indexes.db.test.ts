import { textOf, type Json, type JsonObject } from '@throughline/base';
import { describeDatabases } from '@throughline/db/testing';
import { lowerRows, parseOrderText } from '@throughline/view';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { SYSTEM } from '../access/actor.ts';
import { listRecords } from '../reads/list-records.ts';
import { mustState } from '../reads/must-state.ts';
import { viewParts } from '../reads/view-parts.ts';
import { buildWorkspace, type TestWorkspace } from '../testing/test-workspace.ts';
import { forgetSortLeftovers, keepSortIndexes } from './keep-sort-indexes.ts';
import { readSortedFields } from './sorted-fields.ts';

const OPTIONS = ['low', 'mid', 'high'].map((key, at) => ({ key, name: key, weight: at + 1 }));
const FIELDS = {
  reach: { type: 'number' },
  price: { type: 'number', config: { format: 'currency' } },
  done: { type: 'checkbox' },
  due: { type: 'date' },
  phase: { type: 'date-range' },
  words: { type: 'text' },
  size: { type: 'select', config: { options: OPTIONS } },
  marks: { type: 'multi-select', config: { options: OPTIONS } },
  half: { type: 'formula', config: { expression: 'reach / 2' } },
  score: {
    type: 'formula',
    config: {
      expression: 'half * size + coalesce(median(reach, price, 3), pow(reach, 0.5)) + weight(marks)',
    },
  },
  after: { type: 'formula', config: { expression: 'due + 1m' } },
  late: {
    type: 'formula',
    config: { expression: `lower(words) contains "a" or words < "m'$1\\\\" or due > createdAt` },
  },
} as const satisfies Record<string, { readonly type: string; readonly config?: JsonObject }>;
const SORTED = Object.keys(FIELDS).filter((key) => key !== 'marks');

function arbitraryIdeas(): fc.Arbitrary<Record<string, Json>[]> {
  const day = fc
    .integer({ min: 0, max: 800 })
    .map((at) => new Date(1.7e12 + at * 86_400_000).toISOString().slice(0, 10));
  return fc.array(
    fc.record(
      {
        reach: fc.constantFrom(-3, 0, 1, 2, 2.5, 1e6),
        price: fc.constantFrom(0, 1, 99.99),
        done: fc.boolean(),
        due: fc.oneof(day, fc.constant('2024-02-29')),
        phase: fc
          .tuple(day, day)
          .map((days) => ({ start: days.toSorted()[0] ?? '', end: days.toSorted()[1] ?? '' })),
        words: fc.constantFrom('item 2', 'Item 10', 'äpfel', '𝒳', "o'clock"),
        size: fc.constantFrom('low', 'mid', 'high'),
        marks: fc.subarray(['low', 'mid', 'high'], { minLength: 1 }),
      },
      { requiredKeys: [] },
    ),
    { minLength: 12, maxLength: 12 },
  );
}

describeDatabases('the indexes of orders', (test) => {
  let acme: TestWorkspace;
  const ids = new Map<string, string>();
  const idea = () => acme.runtime.model.entity('idea');
  const keep = async () => {
    const errors: unknown[] = [];
    expect(
      await keepSortIndexes(acme.runtime, acme.workspace, { onError: (error) => errors.push(error) }),
    ).toBe(true);
    expect(errors).toEqual([]);
  };
  const configure = (key: keyof typeof FIELDS, more: JsonObject = {}) => {
    const field: { readonly type: string; readonly config?: JsonObject } = FIELDS[key];
    return acme.run('field.update', {
      id: ids.get(key) ?? '',
      input: { config: { ...field.config, ...more } },
    });
  };
  const listAll = async (sort: string, limit: number) => {
    const titles: Json[] = [];
    for (let cursor: string | undefined; ;) {
      const request = { workspace: acme.workspace, actor: acme.admin, entity: idea(), sort, limit };
      const page = await listRecords(acme.runtime, { ...request, ...(cursor ? { cursor } : {}) });
      titles.push(...page.items.map(({ title }) => title ?? null));
      if (page.nextCursor === null) return titles;
      cursor = page.nextCursor;
    }
  };
  const listSorted = async () => {
    const lists: Record<string, Json> = {};
    for (const key of SORTED)
      for (const sort of [key, `-${key}`]) {
        const whole = await listAll(sort, 100);
        expect(await listAll(sort, 5)).toEqual(whole);
        lists[sort] = whole;
      }
    return lists;
  };
  const replace = async (ideas: readonly Record<string, Json>[]) => {
    await test.database.query('delete from idea');
    for (const [at, values] of ideas.entries())
      await acme.run('idea.create', { input: { space: 'PROD', title: `Idea ${at}`, ...values } });
  };
  const explain = async (sort: string) => {
    const state = await mustState(acme.runtime, acme.workspace);
    const parts = viewParts(acme.runtime, { state, actor: SYSTEM, entity: idea() });
    const sorted = await readSortedFields(test.database, {
      model: acme.runtime.model,
      state,
      entity: idea(),
      schema: parts.schema,
    });
    const order = parseOrderText(sort, parts.schema);
    const query = {
      version: 1,
      entity: 'idea',
      order: order.ok ? order.value : [],
      group: [],
      aggregates: [],
      columns: [],
      window: { limit: 5 },
    } as const;
    const { text, values } = lowerRows(query, { ...parts, sorted });
    return test.database.transaction(async (tx) => {
      await tx.query('set local enable_seqscan = off');
      await tx.query('set local enable_sort = off');
      await tx.query('set local enable_bitmapscan = off');
      const { rows } = await tx.query<{ 'QUERY PLAN': string }>(`explain ${text}`, values);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    });
  };

  beforeAll(async () => {
    acme = await buildWorkspace(test.database);
    for (const [name, field] of Object.entries(FIELDS)) {
      const { id } = await acme.run('field.create', { input: { entity: 'idea', name, key: name, ...field } });
      ids.set(name, textOf(id));
    }
  });

  it('hold the orders that lists have without them, in whole and by pages, whatever is written', async () => {
    const run = fc.asyncProperty(arbitraryIdeas(), arbitraryIdeas(), async (ideas, edits) => {
      await replace(ideas);
      const plain = await listSorted();
      for (const key of SORTED) await configure(key as keyof typeof FIELDS, { sortable: true });
      await keep();
      expect(await listSorted()).toEqual(plain);
      const { rows } = await test.database.query<{ id: string }>('select id from idea order by id');
      for (const [at, { id }] of rows.entries()) {
        const cause = await acme.run('idea.update', { id, input: edits[at] ?? {} });
        if (at % 3 === 0) await acme.run('idea.archive', { id });
        expect(cause).toBeDefined();
      }
      const written = await listSorted();
      for (const key of SORTED) await configure(key as keyof typeof FIELDS);
      await keep();
      expect(await listSorted()).toEqual(written);
    });
    await fc.assert(run, { numRuns: 2 });
  }, 120_000);

  it('are what the database takes the first page from, in both directions', async () => {
    for (const key of SORTED) await configure(key as keyof typeof FIELDS, { sortable: true });
    await keep();
    const found: unknown[] = [];
    for (const key of SORTED) {
      const plans = [await explain(key), await explain(`-${key}`)];
      const indexes = plans.map((plan) => /Index Scan using sort_\w+_(up|down)/.exec(plan)?.[1]);
      found.push([key, ...indexes, plans.some((plan) => plan.includes('Sort Key'))]);
    }
    // Texts with the same sort key stand by themselves, which the index does not hold.
    expect(found).toEqual(SORTED.map((key) => [key, 'up', 'down', key === 'words']));
  });

  it('follow what a field means, and go when nothing asks for them', async () => {
    const names = async () => {
      const { rows } = await test.database.query<{ name: string }>(
        `select relname as name from pg_class where relname like 'sort\\_%' and relkind = 'i' union all
         select proname from pg_proc where proname like 'sort\\_%' order by 1`,
      );
      return rows.map(({ name }) => name);
    };
    for (const key of SORTED) await configure(key as keyof typeof FIELDS);
    await keep();
    await forgetSortLeftovers(acme.runtime);
    expect(await names()).toEqual([]);
    await replace([{ size: 'low' }, { size: 'mid' }, { size: 'high' }]);
    await configure('size', { sortable: true });
    await configure('score', { sortable: true, expression: 'weight(size)' });
    await keep();
    const before = await names();
    expect(before).toHaveLength(2 + 3);
    const turned = OPTIONS.toReversed().map((option, at) => ({ ...option, weight: 10 * at }));
    await configure('size', { sortable: true, options: turned });
    expect(await listAll('size', 2)).toEqual(['Idea 2', 'Idea 1', 'Idea 0']);
    expect(await listAll('-score', 2)).toEqual(['Idea 0', 'Idea 1', 'Idea 2']);
    await keep();
    await forgetSortLeftovers(acme.runtime);
    expect(await names()).toHaveLength(before.length);
    expect((await names()).filter((name) => before.includes(name))).toEqual([]);
    expect(await listAll('size', 2)).toEqual(['Idea 2', 'Idea 1', 'Idea 0']);
    expect(await explain('score')).toMatch(/Index Scan using sort_/);
    await acme.run('field.archive', { id: ids.get('score') ?? '' });
    await configure('size');
    await keep();
    await forgetSortLeftovers(acme.runtime);
    expect(await names()).toEqual([]);
  });

  it('are refused in words where an order cannot be kept, and beyond a number', async () => {
    const add = (name: string, type: string, config: JsonObject = {}) =>
      acme.run('field.create', {
        input: { entity: 'idea', name, type, config: { ...config, sortable: true } },
      });
    const formula = (name: string, expression: string) => add(name, 'formula', { expression });
    await expect(formula('Age', 'days_between(createdAt, now())')).rejects.toThrow('changes with the time');
    await expect(formula('Mine', 'owner = me()')).rejects.toThrow('by who looks');
    await expect(formula('Place', 'percentile(reach)')).rejects.toThrow('against others');
    await expect(formula('Told', 'count(insights) * 2')).rejects.toThrow('other records');
    await expect(formula('Label', 'concat(title, "!")')).rejects.toThrow('Only formulas');
    await expect(add('Who', 'person')).rejects.toThrow('by their names');
    await expect(add('Tags', 'labels')).rejects.toThrow('no order');
    for (let at = 0; at < 20; at++) await add(`Number ${at}`, 'number');
    await expect(add('One more', 'number')).rejects.toThrow('20 fields of ideas keep an index already');
  });
});
