/** What differs between a view on one day and on another: what came, what went, and what changed in it. */
import type { Field } from '@throughline/model';
import { evaluate, type ViewQuery } from '@throughline/view';
import { makeRecordValues, type RecordValues } from './record-values.ts';
import type { WorkspaceData } from './workspace-data.ts';

export interface FieldMove {
  readonly field: Field;
  readonly before: unknown;
  readonly after: unknown;
}

export interface RecordMove {
  readonly id: string;
  /** From 1, in the order of the view; null where it was not in it. */
  readonly rankBefore: number | null;
  readonly rankAfter: number | null;
  readonly fields: readonly FieldMove[];
}

export interface DayDifference {
  readonly added: readonly RecordMove[];
  readonly dropped: readonly RecordMove[];
  /** In the order of the later day. */
  readonly changed: readonly RecordMove[];
  /** Nothing of theirs changed but their place, since others moved. */
  readonly ranked: readonly RecordMove[];
}

export interface Compared {
  readonly entity: string;
  readonly space: string;
  readonly query: ViewQuery;
  /** Fields whose values are compared. */
  readonly fields: readonly Field[];
}

interface Side {
  readonly ids: readonly string[];
  readonly values: RecordValues;
}

export function compareDays(
  [earlier, later]: readonly [WorkspaceData, WorkspaceData],
  compared: Compared,
): DayDifference {
  const [before, after] = [readSide(earlier, compared), readSide(later, compared)];
  const [ranksBefore, ranksAfter] = [ranksOf(before.ids), ranksOf(after.ids)];
  const move = (id: string): RecordMove => ({
    id,
    rankBefore: ranksBefore.get(id) ?? null,
    rankAfter: ranksAfter.get(id) ?? null,
    fields: compared.fields.flatMap((field) => {
      const [then, now] = [before.values.value(id, field) ?? null, after.values.value(id, field) ?? null];
      return isSame(then, now) ? [] : [{ field, before: then, after: now }];
    }),
  });
  const stayed = after.ids.filter((id) => ranksBefore.has(id)).map(move);
  return {
    added: after.ids.filter((id) => !ranksBefore.has(id)).map(move),
    dropped: before.ids.filter((id) => !ranksAfter.has(id)).map(move),
    changed: stayed.filter(({ fields }) => fields.length > 0),
    ranked: stayed.filter(
      ({ fields, rankBefore, rankAfter }) => fields.length === 0 && rankBefore !== rankAfter,
    ),
  };
}

function readSide(data: WorkspaceData, { entity, space, query }: Compared): Side {
  const source = data.source(entity, space);
  const values = makeRecordValues(data, source);
  const store = source.store();
  const { rows } = evaluate(store, { ...query, group: [], aggregates: [] }, values.context());
  return { ids: Array.from(rows, (row) => store.idOf(row)), values };
}

function ranksOf(ids: readonly string[]): ReadonlyMap<string, number> {
  return new Map(ids.map((id, index) => [id, index + 1]));
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
