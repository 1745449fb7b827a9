/** Why a score is another one than it was: how much each input that changed between two days moved it. */
import { attribute, inputsOfFormula, MOST_CHANGES, type Attribution } from '@throughline/decide';
import type { Cell, Field } from '@throughline/model';
import {
  compileValue,
  isTimed,
  makeViewScope,
  measuresIn,
  type ColumnStore,
  type Expression,
  type StoreScope,
} from '@throughline/view';
import { makeRecordValues } from './record-values.ts';
import type { Place } from './record-source.ts';
import type { WorkspaceData } from './workspace-data.ts';

/** A field, the records it is measured against (the record itself among them), or the days that went by. */
export type ScoreCause = Field | 'others' | 'time';

export interface ScorePart {
  readonly cause: ScoreCause;
  /** Added to the score. */
  readonly amount: number;
}

export interface ScoreParts {
  /** What moved it most comes first; they sum to the difference. */
  readonly parts: readonly ScorePart[];
  readonly isExact: boolean;
}

/** Null where there was or is no score, or nothing that moved it. */
export type AttributeScore = (id: string, formula: Field) => ScoreParts | null;

export interface ScoresOf {
  readonly entity: string;
  readonly place: Place;
  readonly where: Expression | undefined;
}

const leastPart = 1e-9;

export function makeScoreAttribution(
  days: readonly [WorkspaceData, WorkspaceData],
  of: ScoresOf,
): AttributeScore {
  let sides: readonly [Side, Side] | undefined;
  return (id, { id: formula }) => {
    sides ??= [readSide(days[0], of), readSide(days[1], of)];
    return attributeScore(sides, id, formula);
  };
}

interface Side {
  readonly store: ColumnStore;
  readonly scope: StoreScope;
}

function readSide(data: WorkspaceData, { entity, place, where }: ScoresOf): Side {
  const source = data.source(entity, place);
  const store = source.store();
  return { store, scope: makeViewScope(store, makeRecordValues(data, source).context(), where) };
}

function attributeScore(sides: readonly [Side, Side], id: string, formula: string): ScoreParts | null {
  const [before, after] = sides;
  const { schema } = after.store;
  const expression = schema.formula(formula);
  const rows = sides.map(({ store }) => store.rowOf(id));
  if (expression === undefined || rows[0] === undefined || rows[1] === undefined) return null;
  const cellsOf = (field: string): readonly [Cell, Cell] => [
    before.store.read(rows[0] ?? 0, field),
    after.store.read(rows[1] ?? 0, field),
  ];
  const cells = new Map(inputsOfFormula(schema, formula).map((field) => [field.id, cellsOf(field.id)]));
  const changed = [...cells].filter(([, [then, now]]) => !isSame(then, now)).map(([field]) => field);
  const causes: ScoreCause[] = [
    ...changed.flatMap((field) => schema.field(field) ?? []),
    ...(measuresIn(expression, schema).size > 0 ? (['others'] as const) : []),
    ...(isTimed(expression, schema) ? (['time'] as const) : []),
  ];
  if (causes.length > MOST_CHANGES) return null;
  const bitOf = (cause: ScoreCause): number => causes.indexOf(cause);
  const values = new Map<string, (reader: (field: string) => Cell) => Cell>();
  const valueIn = (others: Side, time: Side) => {
    const name = `${sides.indexOf(others)} ${sides.indexOf(time)}`;
    const known =
      values.get(name) ??
      compileValue(expression, {
        schema,
        context: time.scope.context,
        extent: others.scope.extent,
        ranks: others.scope.ranks,
      });
    values.set(name, known);
    return known;
  };
  const found = attribute(causes.length, (changes) => {
    const has = (cause: number): boolean => cause >= 0 && ((changes >> cause) & 1) === 1;
    const value = valueIn(has(bitOf('others')) ? after : before, has(bitOf('time')) ? after : before);
    const score = value((field) => cells.get(field)?.[has(changed.indexOf(field)) ? 1 : 0] ?? null);
    return typeof score === 'number' ? score : Number.NaN;
  });
  return found && describe(causes, found);
}

function describe(causes: readonly ScoreCause[], { parts, isExact }: Attribution): ScoreParts | null {
  const told = causes
    .map((cause, at) => ({ cause, amount: parts[at] ?? 0 }))
    .filter(({ amount }) => Math.abs(amount) > leastPart)
    .toSorted((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
  return told.length === 0 ? null : { parts: told, isExact };
}

function isSame(one: Cell, other: Cell): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
