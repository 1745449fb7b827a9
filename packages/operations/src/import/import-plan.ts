/** What each column of an import becomes. Columns are planned when they are first seen with a value. */
import { isId, must, ownValue } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import { LIMITS, makeOptionKey, type Entity, type Field, type Model } from '@throughline/model';
import type { WorkspaceState } from '../access/workspace-state.ts';
import { isReservedKey } from '../rules/field-key.ts';
import { textOf } from './cell-values.ts';
import { fitsField } from './fits-field.ts';
import { BROUGHT, foldName, guessTarget, TARGET_WORDS, type Guess, type TargetWord } from './guess-target.ts';
import { guessType } from './guess-type.ts';
import type { SourceCell, SourceReader, SourceRecord } from './import-source.ts';
import { guessDateOrder, type DateOrder } from './parse-date.ts';
import { makePlannedField, type PlannedField } from './planned-field.ts';

export type ColumnPlan = {
  readonly column: string;
  readonly target: Target;
  /** 1 is certain: said by the mapping, or the field's own name. */
  readonly confidence: number;
  readonly order: DateOrder;
  readonly samples: readonly SourceCell[];
};

export type Target =
  | { readonly to: 'id' | 'externalId' | 'contact.email' }
  | { readonly to: 'field'; readonly planned: PlannedField }
  | { readonly to: 'drop'; readonly code: string };

export type ImportPlan = {
  readonly entity: Entity;
  readonly zone: string;
  readonly columns: ReadonlyMap<string, ColumnPlan>;
  /** Plans the columns that these records have and none before had. */
  readonly learn: (records: readonly SourceRecord[]) => void;
  /** A text field beside a column of people, for the names of those who have no account here. */
  readonly companion: (column: string) => PlannedField | null;
  /** Fields that are to be made or have options to add. */
  readonly fields: () => readonly PlannedField[];
  /** True of a CSV whose records are named by our ids: what we wrote into cells is taken out again. */
  readonly isOwnExport: () => boolean;
  /** Stays the same for the same file and mapping. */
  readonly source: (format: string) => string;
};

export type PlanOptions = {
  readonly model: Model;
  readonly state: WorkspaceState;
  readonly entity: Entity;
  readonly reader: SourceReader;
  readonly zone: string;
  readonly map: Readonly<Record<string, string | null>>;
  /** Of the space that the records come to; null where they belong to the workspace. */
  readonly space: string | null;
  readonly mayAddFields: boolean;
  /** Ids of fields whose options a standard keeps as they are. */
  readonly closed: ReadonlySet<string>;
  /** Keys of archived fields. */
  readonly takenKeys: ReadonlySet<string>;
  readonly newFieldId: () => string;
};

const SAMPLES = 300;

export function makePlan(options: PlanOptions): ImportPlan {
  const { model, state, entity, reader, zone, map, space } = options;
  const all = space === null ? state.fieldsOf(entity.name) : state.fieldsIn(entity.name, space);
  const existing = all.filter(({ id, hidden }) => !hidden && (space === null || state.isOffered(id, space)));
  checkMap(entity, existing, map);
  const columns = new Map<string, ColumnPlan>();
  const planned = new Map<string, PlannedField>();
  const companions = new Map<string, PlannedField | null>();
  /** Planned in the order of confidence, kept in that of the file. */
  const fresh = new Map<string, ColumnPlan>();
  const used = new Set<string>();
  const keys = new Set([...all.map((field) => field.key), ...options.takenKeys]);

  const fieldNamed = (key: string, column: string): PlannedField | undefined => {
    const field = existing.find((each) => each.key === key);
    if (!field) return undefined;
    const known = planned.get(field.id);
    if (known) return known;
    const made = makePlannedField(field, false, {
      mayAdd: options.mayAddFields && !options.closed.has(field.id),
      hasCategories: (field.config.options ?? []).some((option) => option.category !== undefined),
      meaning: entity.name === 'feedback' ? (ownValue(reader.options, column) ?? {}) : {},
    });
    planned.set(field.id, made);
    return made;
  };

  const newField = (column: string, type: string): PlannedField | null => {
    if (!options.mayAddFields || existing.length + companions.size + planned.size >= LIMITS.fields)
      return null;
    const key = makeKey(column, keys);
    keys.add(key);
    const field: Field = {
      id: options.newFieldId(),
      key,
      name: column.slice(0, 200),
      type,
      config: emptyConfig(type),
    };
    const made = makePlannedField(field, true, { mayAdd: true, hasCategories: false, meaning: {} });
    planned.set(field.id, made);
    return made;
  };

  const toTarget = (column: string, word: TargetWord, samples: readonly SourceCell[]): Target => {
    if (word === '-') return { to: 'drop', code: 'column_dropped' };
    if (word === 'id' || word === 'externalId' || word === 'contact.email') return { to: word };
    if (word === 'new' || word.startsWith('new:')) {
      const made = newField(column, word.startsWith('new:') ? word.slice(4) : guessType(samples));
      return made ? { to: 'field', planned: made } : { to: 'drop', code: 'field_not_allowed' };
    }
    const found = fieldNamed(word, column);
    if (!found) return { to: 'drop', code: 'unknown_field' };
    const field = found.field();
    if (field.id === 'space') return { to: 'drop', code: 'space_chosen' };
    const isDerived = model.fieldType(field.type).derived === true;
    if (isDerived || (field.readOnly === true && !BROUGHT.has(field.id)))
      return { to: 'drop', code: isDerived ? 'derived_field' : 'read_only' };
    return { to: 'field', planned: found };
  };

  const plan = (
    column: string,
    guess: { target: TargetWord; confidence: number },
    samples: readonly SourceCell[],
  ): void => {
    const texts = samples.filter((value) => typeof value === 'string');
    used.add(guess.target);
    fresh.set(column, {
      column,
      target: toTarget(column, guess.target, samples),
      confidence: guess.confidence,
      order: guessDateOrder(texts),
      samples: samples.slice(0, 5),
    });
  };

  return {
    entity,
    zone,
    columns,
    learn: (records) => {
      const seen = collectSamples(records, columns);
      const isFirst = columns.size === 0;
      const said = [...seen].filter(([column]) => Object.hasOwn(map, column));
      for (const [column, samples] of said)
        plan(column, { target: map[column] || '-', confidence: 1 }, samples);
      const isOwnExport = [...seen].some(([column, samples]) => namesOwn(entity, column, samples));
      const guesses = withName(
        entity,
        [...seen]
          .filter(([column]) => !Object.hasOwn(map, column))
          .map(([column, samples]) => {
            const hint = ownValue(reader.hints, column) ?? reader.otherColumns;
            const fits = (field: Field): boolean => fitsField(model, field, samples);
            const asked = { name: column, samples, isOwnExport, fits, ...(hint ? { hint } : {}) };
            return { column, samples, guess: guessTarget(entity, existing, asked) };
          }),
      ).toSorted((a, b) => (b.guess?.confidence ?? 0) - (a.guess?.confidence ?? 0));
      const left: string[] = [];
      for (const { column, samples, guess } of guesses) {
        if (
          guess &&
          isFree(guess.target, { used, samples, isHint: ownValue(reader.hints, column) !== undefined })
        )
          plan(column, guess, samples);
        else left.push(column);
      }
      if (isFirst)
        takeTitle(entity, {
          used,
          left: () => left,
          samplesOf: (column) => seen.get(column) ?? [],
          take: (column, target) => {
            left.splice(left.indexOf(column), 1);
            plan(column, { target, confidence: 0.3 }, seen.get(column) ?? []);
          },
        });
      for (const column of [...seen.keys()].filter((each) => left.includes(each)))
        plan(column, { target: 'new', confidence: 0.5 }, seen.get(column) ?? []);
      for (const column of seen.keys()) columns.set(column, must(fresh.get(column)));
    },
    companion: (column) => {
      const known = companions.get(column);
      if (known !== undefined) return known;
      const name = `${column} (as imported)`;
      const before = existing.find((field) => field.name === name && field.type === 'text');
      const made = before ? (fieldNamed(before.key, name) ?? null) : newField(name, 'text');
      companions.set(column, made);
      return made;
    },
    fields: () => [...planned.values()],
    isOwnExport: () =>
      reader.format === 'csv' && [...columns.values()].some(({ target }) => target.to === 'id'),
    source: (format) => {
      if (format !== 'csv') return format;
      const named = [...columns.values()];
      const id = named.find((each) => each.target.to === 'externalId')?.column;
      const title = named.find(
        (each) =>
          each.target.to === 'field' && ['title', 'name', 'body'].includes(each.target.planned.field().key),
      )?.column;
      return id === undefined ? 'csv' : `csv:${foldName(id)}/${foldName(title ?? '')}`;
    },
  };
}

type Guessed = {
  readonly column: string;
  readonly samples: readonly SourceCell[];
  readonly guess: Guess | null;
};

/** A column called `name` is who said it where something says what, and else the title itself. */
function withName(entity: Entity, guesses: readonly Guessed[]): readonly Guessed[] {
  const says = guesses.some(({ guess }) => guess?.target === 'title' || guess?.target === 'body');
  if (entity.name !== 'feedback' || says) return guesses;
  return guesses.map((each) =>
    foldName(each.column) === 'name' && each.guess?.target === 'contact'
      ? { ...each, guess: { ...each.guess, target: 'title' } }
      : each,
  );
}

function namesOwn(entity: Entity, column: string, samples: readonly SourceCell[]): boolean {
  return foldName(column) === 'id' && samples.every((value) => isId(value, entity.prefix));
}

type Claim = {
  readonly used: ReadonlySet<string>;
  readonly samples: readonly SourceCell[];
  readonly isHint: boolean;
};

/** A few ids may be there twice, by mistake; a column of repeating values names nothing. */
const NEARLY_ALL = 0.9;

/** A field takes one column. */
function isFree(target: TargetWord, { used, samples, isHint }: Claim): boolean {
  if (target.startsWith('new')) return true;
  if (target === 'externalId' && isHint) return true;
  if (used.has(target)) return false;
  const isId = target === 'externalId' || target === 'id';
  return !isId || new Set(samples.map((value) => JSON.stringify(value))).size >= samples.length * NEARLY_ALL;
}

type Titles = {
  readonly used: ReadonlySet<string>;
  readonly left: () => readonly string[];
  readonly samplesOf: (column: string) => readonly SourceCell[];
  readonly take: (column: string, target: TargetWord) => void;
};

/** A file in which no column is called a title still has one: the first column of text, for feedback the longest. */
function takeTitle(entity: Entity, { used, left, samplesOf, take }: Titles): void {
  if (used.has(entity.titleField) || used.has('body')) return;
  const texts = left().filter((column) => {
    const samples = samplesOf(column);
    return (
      samples.every((value) => typeof value === 'string') && ['text', 'select'].includes(guessType(samples))
    );
  });
  const longest = texts.toSorted((a, b) => lengthOf(samplesOf(b)) - lengthOf(samplesOf(a)))[0];
  const column = entity.name === 'feedback' ? longest : texts[0];
  if (column !== undefined) take(column, entity.name === 'feedback' ? 'body' : entity.titleField);
}

function lengthOf(samples: readonly SourceCell[]): number {
  return samples.reduce<number>((sum, value) => sum + textOf(value).length, 0) / Math.max(1, samples.length);
}

function collectSamples(
  records: readonly SourceRecord[],
  known: ReadonlyMap<string, unknown>,
): Map<string, SourceCell[]> {
  const samples = new Map<string, SourceCell[]>();
  for (const { cells } of records) {
    for (const [column, value] of cells) {
      if (known.has(column)) continue;
      const list = samples.get(column);
      if (!list) samples.set(column, [value]);
      else if (list.length < SAMPLES) list.push(value);
    }
  }
  return samples;
}

function checkMap(entity: Entity, fields: readonly Field[], map: PlanOptions['map']): void {
  for (const [column, word] of Object.entries(map)) {
    if (word === null || word === '' || word.startsWith('new') || TARGET_WORDS.some((each) => each === word))
      continue;
    if (fields.some((field) => field.key === word)) continue;
    throw new Refusal('invalid_value', {
      message: `${entity.label.many} have no field “${word.slice(0, 60)}”, to which the mapping sends “${column.slice(0, 60)}”.`,
      fix: `Name a field (${fields
        .slice(0, 12)
        .map((field) => field.key)
        .join(', ')} …), ${TARGET_WORDS.join(', ')}, or new:number.`,
      details: { field: word.slice(0, 60), column: column.slice(0, 60), code: 'unknown_field' },
    });
  }
}

function emptyConfig(type: string): Field['config'] {
  return type === 'select' || type === 'multi-select' ? { options: [] } : {};
}

/** Keys are written in formulas and filters: small letters, digits and underscores. */
function makeKey(column: string, taken: ReadonlySet<string>): string {
  const folded = makeOptionKey(column)
    .toLowerCase()
    .replace(/[^a-z0-9_]/g, '');
  const base = (/^[a-z]/.test(folded) ? folded : `column_${folded}`).replace(/_+$/, '').slice(0, 50);
  let key = base;
  for (let number = 2; taken.has(key) || isReservedKey(key); number += 1) key = `${base}_${number}`;
  return key;
}
