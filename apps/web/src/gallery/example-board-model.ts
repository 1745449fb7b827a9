import type { BoardModel, CardMove, CardPlace } from '../data/board-model.ts';
import { exampleFields, statusOf } from './example-ideas.ts';
import { statusOptions } from './example-lookups.ts';
import { ideaTitle } from './example-words.ts';

export interface ExampleBoardModel extends BoardModel {
  readonly move: (move: CardMove) => void;
}

export function makeExampleBoardModel(count: number): ExampleBoardModel {
  const listeners = new Set<() => void>();
  const columns = new Map<string, string[]>(statusOptions.map((option) => [option.key, []]));
  for (let row = 0; row < count; row += 1) columns.get(statusOf(row))?.push(String(row));
  let version = 0;

  function placeOf(id: string): CardPlace | undefined {
    for (const [columnKey, ids] of columns) {
      const index = ids.indexOf(id);
      if (index >= 0) return { columnKey, index };
    }
    return undefined;
  }
  return {
    get columns() {
      return statusOptions.map((option) => {
        const cards = columns.get(option.key) ?? [];
        return { ...option, count: cards.length, ...(option.key === 'building' && { limit: 12 }) };
      });
    },
    fields: exampleFields.filter(({ id }) => ['horizon', 'owner', 'votes', 'rice'].includes(id)),
    lanes: [],
    card: 'detailed',
    countIn: ({ columnKey }) => columns.get(columnKey)?.length ?? 0,
    cardAt: ({ columnKey }, index) => columns.get(columnKey)?.[index],
    placeOf,
    title: (id) => ideaTitle(Number(id)),
    recordKey: (id) => `PAY-${Number(id) + 1}`,
    value: (id, fieldId) => exampleFields.find((example) => example.id === fieldId)?.valueOf(Number(id)),
    version: () => version,
    arrivalOf: () => 0,
    colorOf: () => undefined,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    move({ id, to }) {
      const from = placeOf(id);
      if (from === undefined) return;
      columns.get(from.columnKey)?.splice(from.index, 1);
      columns.get(to.columnKey)?.splice(to.index, 0, id);
      version += 1;
      for (const listener of listeners) listener();
    },
  };
}
