/** What differs between a view on one day and on another: what came, what went, and what changed in it. */
import type { Field } from '@throughline/model';
import { evaluate, fieldsOf, type Expression, type Schema, type ViewQuery } from '@throughline/view';
import { makeRecordValues, type RecordValues } from './record-values.ts';
import type { Place } from './record-source.ts';
import { RANK } from './saved-view.ts';
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
  readonly place: Place;
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
      const isPresent = ranksBefore.has(id) && ranksAfter.has(id);
      // What came or went is named by its title already.
      if (field.id === 'title' && !isPresent) return [];
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

function readSide(data: WorkspaceData, { entity, place, query }: Compared): Side {
  const source = data.source(entity, place);
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

/** The fields shown, and those that decide which records are in a view and where: formulas down to their inputs. */
export function decisiveFields(shown: readonly Field[], query: ViewQuery, schema: Schema): readonly Field[] {
  const found = new Map(shown.map((field) => [field.id, field]));
  const add = (expression: Expression): void => {
    for (const id of fieldsOf(expression)) {
      const field = schema.field(id);
      if (field === undefined || found.has(id) || id === RANK) continue;
      found.set(id, field);
      const formula = schema.formula(id);
      if (formula !== undefined) add(formula);
    }
  };
  for (const field of shown) {
    const formula = schema.formula(field.id);
    if (formula !== undefined) add(formula);
  }
  for (const { by } of [...query.group, ...query.order]) add(by);
  if (query.where !== undefined) add(query.where);
  return [...found.values()];
}
