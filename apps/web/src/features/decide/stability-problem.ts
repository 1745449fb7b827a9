/** A view's ranking as a problem for the worker: its formula, its guesses and the values of its records. */
import {
  inputsOfFormula,
  USUAL_SPREAD,
  type GuessSetting,
  type StabilityProblem,
  type StabilitySettings,
} from '@throughline/decide';
import type { Field } from '@throughline/model';
import {
  evaluate,
  type ColumnStore,
  type Order,
  type Schema,
  type ViewContext,
  type ViewQuery,
} from '@throughline/view';

export interface Ranking {
  readonly store: ColumnStore;
  readonly query: ViewQuery;
  readonly context: ViewContext;
  readonly formula: Field;
  readonly settings: StabilitySettings;
}

const DRAWS = 1000;
/** The same draws for the same view: only what people change moves the result. */
const SEED = 20_260_101;

/** Inputs that people guess: numbers, and options with weights. */
export function guessedInputs(schema: Schema, formula: string): readonly Field[] {
  return inputsOfFormula(schema, formula).filter(
    ({ type, config }) =>
      ['number', 'slider', 'rating'].includes(type) ||
      config.options?.some(({ weight }) => weight !== undefined) === true,
  );
}

export function guessOf({ guesses }: StabilitySettings, field: Field): GuessSetting {
  return guesses[field.id] ?? { kind: 'spread', percent: USUAL_SPREAD };
}

export function makeProblem({ store, query, context, formula, settings }: Ranking): StabilityProblem {
  const { schema } = store;
  const guessed = guessedInputs(schema, formula.id);
  const guesses = Object.fromEntries(guessed.map((field) => [field.id, guessOf(settings, field)]));
  const kept = evaluate(store, { ...query, group: [], aggregates: [] }, context).rows;
  const shown = new Set(kept);
  const rows = [...kept, ...store.live().filter((row) => !shown.has(row))];
  const read = new Set([
    ...inputsOfFormula(schema, formula.id).map(({ id }) => id),
    ...Object.values(guesses).flatMap(fieldsOfGuess),
  ]);
  return {
    entity: schema.entity,
    fields: schema.fields,
    formula: formula.id,
    isAscending: isAscending(query.order, formula.id),
    context,
    ids: Array.from(kept, (row) => store.idOf(row)),
    cells: Object.fromEntries([...read].map((id) => [id, rows.map((row) => store.read(row, id))])),
    settings: guesses,
    top: settings.top,
    draws: DRAWS,
    seed: SEED,
  };
}

function fieldsOfGuess(guess: GuessSetting): readonly string[] {
  if (guess.kind === 'range') return [guess.low, guess.high];
  return guess.kind === 'confidence' ? [guess.field] : [];
}

function isAscending(order: readonly Order[], formula: string): boolean {
  const own = order.find(({ by }) => by.type === 'field' && by.field === formula);
  return own?.direction === 'ascending';
}
