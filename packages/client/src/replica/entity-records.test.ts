import type { Values } from '@throughline/model';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { makeEntityRecords } from './entity-records.ts';

type Step =
  | { readonly do: 'load'; readonly space: string; readonly ids: readonly number[] }
  | { readonly do: 'set'; readonly id: number; readonly space: string; readonly title: string }
  | { readonly do: 'remove' | 'forget'; readonly id: number }
  | { readonly do: 'drop'; readonly space: string }
  | { readonly do: 'show'; readonly id: number; readonly title: string | undefined };

const id = fc.nat(11);
const space = fc.constantFrom('space_a', 'space_b');
const title = fc.constantFrom('One', 'Two', 'Three');
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant('load' as const), space, ids: fc.uniqueArray(id) }),
    fc.record({ do: fc.constant('set' as const), id, space, title }),
    fc.record({ do: fc.constantFrom('remove' as const, 'forget' as const), id }),
    fc.record({ do: fc.constant('drop' as const), space }),
    fc.record({ do: fc.constant('show' as const), id, title: fc.option(title, { nil: undefined }) }),
  ),
  { maxLength: 30 },
);

const name = (number: number): string => `idea_${String(number).padStart(2, '0')}`;

/** The same as two plain maps. */
function makePlain() {
  const confirmed = new Map<string, Values>();
  const pending = new Map<string, Values | undefined>();
  const dropOf = (place: string): void => {
    for (const [each, values] of confirmed) if (values['space'] === place) confirmed.delete(each);
  };
  return {
    confirmed,
    pending,
    dropOf,
    shown: () => {
      const shown = new Map(confirmed);
      for (const [each, values] of pending)
        if (values === undefined) shown.delete(each);
        else shown.set(each, values);
      return shown;
    },
  };
}

it('is one table of what the snapshots held, what changed since, and what is under way', () => {
  fc.assert(
    fc.property(steps, (taken) => {
      const records = makeEntityRecords();
      const plain = makePlain();
      for (const [at, step] of taken.entries()) {
        switch (step.do) {
          case 'load': {
            const ids = step.ids.map(name).toSorted();
            plain.dropOf(step.space);
            for (const each of ids) plain.confirmed.set(each, { title: `Loaded ${at}`, space: step.space });
            const columns = {
              title: ids.map(() => `Loaded ${at}`),
              space: ids.map(() => step.space),
              note: ids.map(() => null),
            };
            records.load(step.space, { entity: 'idea', ids, columns });
            break;
          }
          case 'set': {
            const values = { title: step.title, space: step.space };
            plain.confirmed.set(name(step.id), values);
            records.setConfirmed(name(step.id), values);
            break;
          }
          case 'remove':
            plain.confirmed.delete(name(step.id));
            records.setConfirmed(name(step.id), undefined);
            break;
          case 'drop':
            plain.dropOf(step.space);
            records.drop(step.space);
            break;
          case 'show': {
            const values = step.title === undefined ? undefined : { title: step.title };
            plain.pending.set(name(step.id), values);
            records.show(name(step.id), values);
            break;
          }
          case 'forget':
            plain.pending.delete(name(step.id));
            records.forget(name(step.id));
            break;
        }
        const shown = plain.shown();
        const { table } = records;
        expect(new Map(table)).toEqual(shown);
        expect([new Set(table.keys()), table.size]).toEqual([new Set(shown.keys()), shown.size]);
        for (const number of Array.from({ length: 12 }, (_, each) => each)) {
          expect(table.get(name(number))).toEqual(shown.get(name(number)));
          expect(records.read(name(number), 'title')).toEqual(shown.get(name(number))?.['title']);
        }
      }
    }),
    { numRuns: 300 },
  );
});

it('gives the same object to who asks again', () => {
  const records = makeEntityRecords();
  records.load('space_a', { entity: 'idea', ids: ['idea_1'], columns: { title: ['One'] } });
  expect(records.get('idea_1')).toBe(records.get('idea_1'));
});

it('is handed out by columns as it is read one by one', () => {
  const records = makeEntityRecords();
  records.load('space_a', {
    entity: 'idea',
    ids: ['idea_1', 'idea_2', 'idea_3'],
    columns: { title: ['One', 'Two', 'Three'], space: ['space_a', 'space_a', 'space_a'] },
  });
  const titles = (spaces: readonly string[] | null) => {
    const { ids, column } = records.columns(spaces);
    return ids.map((id, row) => [id, column('title')?.[row], column('note')?.[row]]);
  };
  const three = [
    ['idea_1', 'One', undefined],
    ['idea_2', 'Two', undefined],
    ['idea_3', 'Three', undefined],
  ];
  expect([titles(['space_a']), titles(null), titles(['space_b'])]).toEqual([three, three, []]);
  records.setConfirmed('idea_2', { title: 'Changed', space: 'space_a', note: 'New' });
  records.setConfirmed('idea_4', { title: 'Elsewhere', space: 'space_b' });
  records.show('idea_3', undefined);
  expect(titles(['space_a'])).toEqual([
    ['idea_1', 'One', undefined],
    ['idea_2', 'Changed', 'New'],
  ]);
  expect(titles(null)).toHaveLength(3);
});
