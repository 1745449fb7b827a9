/**
 * How sure a ranking is when its inputs are guesses. Each draw takes a value for every guess of every record
 * (see `triangular`), reckons the formula anew through the view engine, and ranks. What is told of a record is
 * in how many draws it was among the first, the interval of its rank, and which of its guesses that hangs on.
 */
import { must } from '@throughline/base';
import { findOption, type Cell, type Field } from '@throughline/model';
import {
  compileValue,
  fieldsOf,
  makeSchema,
  measuresIn,
  type Expression,
  type Reader,
  type Schema,
  type ViewContext,
} from '@throughline/view';
import { makeEffects, type Effects, type GuessEffect } from './first-order-effect.ts';
import { makeGuess, type Guess, type GuessSetting } from './guess.ts';
import { makeMeasures } from './measures.ts';
import { makeRandom } from './random.ts';
import { makeRanker } from './rank-scores.ts';
import { makeTriangle, type Triangle } from './triangular.ts';
import { weightField, weightFields, writeOut } from './uncertain-formula.ts';

/** Plain data, so that it can be handed to a worker. */
export type StabilityProblem = {
  readonly entity: string;
  readonly fields: readonly Field[];
  /** The formula field that ranks, greatest first unless `isAscending`. */
  readonly formula: string;
  readonly isAscending: boolean;
  readonly context: ViewContext;
  /** Those that are ranked: the first of the records below. The rest is only measured against. */
  readonly ids: readonly string[];
  /** By field id, one cell a record. */
  readonly cells: Readonly<Record<string, readonly Cell[]>>;
  readonly settings: Readonly<Record<string, GuessSetting>>;
  /** How many are the first. */
  readonly top: number;
  readonly draws: number;
  readonly seed: number;
};

export type RecordStability = {
  readonly id: string;
  /** From 1, with every guess as it stands. */
  readonly rank: number;
  /** Share of draws in which it was among the first, from 0 to 1. */
  readonly share: number;
  /** P10, P50 and P90 of its rank. */
  readonly low: number;
  readonly median: number;
  readonly high: number;
  /** Of its guesses, the one that decides most comes first. */
  readonly guesses: readonly GuessEffect[];
};

export type Stability = {
  /** Takes up to so many draws more; answers how many were taken in all. */
  readonly draw: (count: number) => number;
  /** Of the draws so far, in the order of the ranking as it stands. */
  readonly result: () => readonly RecordStability[];
};

export function makeStability(problem: StabilityProblem): Stability {
  const { ids, isAscending, draws, top } = problem;
  const guesses = makeGuesses(problem);
  const random = makeRandom(problem.seed);
  const sample = makeSample(problem, guesses);
  const triangles = guesses.map(makeTriangle);
  const effects = makeEffects(ids.length, guesses);
  const rank = makeRanker(ids.length, isAscending);
  const scores = new Float64Array(ids.length);
  const standing = new Int32Array(ids.length);
  const ranks = new Int32Array(ids.length);
  const kept = new Uint32Array(ids.length * draws);
  const hits = new Uint32Array(ids.length);
  let taken = 0;

  sample.score(scores);
  rank(scores, standing);

  const takeOne = (): void => {
    drawGuesses({ triangles, random, values: sample.values, effects });
    sample.score(scores);
    rank(scores, ranks);
    for (let row = 0; row < ids.length; row++) {
      const rank = ranks[row] as number;
      kept[row * draws + taken] = rank;
      if (rank > top) continue;
      hits[row] = (hits[row] as number) + 1;
      effects.noteHit(row);
    }
    taken += 1;
  };

  const describe = (id: string, row: number): RecordStability => {
    const sorted = kept.slice(row * draws, row * draws + taken).sort();
    const at = (share: number): number => sorted[Math.round(share * (taken - 1))] ?? must(standing[row]);
    const rest = { low: at(0.1), median: at(0.5), high: at(0.9), guesses: effects.of(row, must(hits[row])) };
    return { id, rank: must(standing[row]), share: taken === 0 ? 0 : must(hits[row]) / taken, ...rest };
  };
  return {
    draw: (count) => {
      for (const end = Math.min(draws, taken + count); taken < end;) takeOne();
      return taken;
    },
    result: () => ids.map(describe).toSorted((a, b) => a.rank - b.rank),
  };
}

/** The stored inputs of the formula, formulas it uses written out. */
export function inputsOfFormula(schema: Schema, formula: string): readonly Field[] {
  const expression = schema.formula(formula);
  if (expression === undefined) return [];
  const found = new Set<string>();
  const add = (node: Expression): void => {
    for (const id of fieldsOf(node)) {
      const inner = schema.formula(id);
      if (inner === undefined) found.add(id);
      else add(inner);
    }
  };
  add(expression);
  return [...found].flatMap((id) => schema.field(id) ?? []);
}

function makeGuesses({ fields, cells, settings }: StabilityProblem): readonly Guess[] {
  const numbersOf = (id: string): Float64Array => {
    const field = fields.find((each) => each.id === id);
    return Float64Array.from(cells[id] ?? [], (cell) => numberOf(cell, field));
  };
  return Object.entries(settings).flatMap(([id, setting]) => {
    const field = fields.find((each) => each.id === id);
    return field === undefined || cells[id] === undefined || setting.kind === 'certain'
      ? []
      : [makeGuess({ field, setting, numbersOf })];
  });
}

function numberOf(cell: Cell | undefined, field: Field | undefined): number {
  if (typeof cell === 'number') return cell;
  if (typeof cell !== 'string' || field === undefined) return Number.NaN;
  return findOption(field, cell)?.weight ?? Number.NaN;
}

type Sample = {
  /** The drawn values of a guess, one a record. */
  readonly values: readonly Float64Array[];
  readonly score: (into: Float64Array) => void;
};

/** The formula over the drawn values; what is measured against others is measured anew for each draw. */
function makeSample(problem: StabilityProblem, guesses: readonly Guess[]): Sample {
  const { entity, fields, cells, context } = problem;
  const guessed = new Set(guesses.map(({ field }) => field));
  const schema = makeSchema({ entity, fields: [...fields, ...weightFields(fields, guessed)] });
  const expression = schema.formula(problem.formula);
  const values = guesses.map(({ mode }) => mode.slice());
  const numbers = new Map(
    guesses.map(({ field }, at) => {
      const isOption = schema.field(field)?.config.options !== undefined;
      return [isOption ? weightField(field) : field, must(values[at])] as const;
    }),
  );
  if (expression === undefined) return { values, score: (into) => into.fill(Number.NaN) };
  const written = writeOut(expression, schema, guessed);
  let row = 0;
  const reader: Reader = (id) => {
    const drawn = numbers.get(id);
    if (drawn === undefined) return cells[id]?.[row] ?? null;
    const value = drawn[row] as number;
    return Number.isNaN(value) ? null : value;
  };
  const count = Math.max(problem.ids.length, ...Object.values(cells).map(({ length }) => length));
  const readAll = (value: (record: Reader) => Cell, among: number): Float64Array => {
    const all = new Float64Array(among);
    for (row = 0; row < among; row++) {
      const cell = value(reader);
      all[row] = typeof cell === 'number' ? cell : Number.NaN;
    }
    return all;
  };
  const measures = makeMeasures((node, among) =>
    readAll(
      compileValue(node, { schema, context, ...measures }),
      among === 'view' ? problem.ids.length : count,
    ),
  );
  const isMeasured = measuresIn(written, schema).size > 0;
  const compile = () => compileValue(written, { schema, context, ...measures });
  let valueOf = compile();
  return {
    values,
    score: (into) => {
      if (isMeasured) {
        measures.forget();
        valueOf = compile();
      }
      for (row = 0; row < into.length; row++) {
        const cell = valueOf(reader);
        into[row] = typeof cell === 'number' ? cell : Number.NaN;
      }
    },
  };
}

type Draw = {
  readonly triangles: readonly Triangle[];
  readonly random: () => number;
  readonly values: readonly Float64Array[];
  readonly effects: Effects;
};

function drawGuesses({ triangles, random, values, effects }: Draw): void {
  for (const [guess, triangle] of triangles.entries()) {
    const drawn = must(values[guess]);
    for (const row of triangle.rows) {
      const u = random();
      drawn[row] = triangle.at(row, u);
      effects.noteDraw(row, guess, u);
    }
  }
}
