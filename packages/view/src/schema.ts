/** The fields an expression may use, with their formulas parsed: what every engine is told of an entity. */
import { foldText } from '@throughline/base';
import { findFieldType, kindOf, type Field, type FieldType, type Kind } from '@throughline/model';
import type { Expression } from './ast.ts';
import { checkFormulas } from './expression/formulas.ts';
import { makePathFields, type PathFields, type PathIndex } from './paths.ts';
import type { ExpressionProblem } from './problem.ts';
import type { ValueType } from './value-type.ts';

export type Schema = {
  readonly entity: string;
  readonly fields: readonly Field[];
  readonly field: (id: string) => Field | undefined;
  /** By key, else by key or name without regard to case and marks, else by id. */
  readonly findField: (name: string) => Field | undefined;
  readonly typeOfField: (field: Field) => ValueType;
  /** A formula field's expression; undefined for other fields and for formulas that do not hold. */
  readonly formula: (fieldId: string) => Expression | undefined;
  /** What is wrong with formulas, by field id. A broken formula is always empty. */
  readonly formulaProblems: ReadonlyMap<string, readonly ExpressionProblem[]>;
  readonly titles: TitleIndex;
  /** The ways to linked records that expressions may name; undefined where they are not known. */
  readonly paths: PathIndex | undefined;
  /** The derived fields that reckon ways. */
  readonly pathFields: PathFields;
};

/** Titles of the records that references name, so that people may write `owner = "Ada Byron"`. */
export type TitleIndex = {
  readonly titleOf: (id: string) => string | undefined;
  /** The id of the only record of an entity (`*`: of any) with this title. */
  readonly idOf: (target: string, title: string) => string | undefined;
  /** Whether references to an entity stand in the order of titles; else in that of ids. */
  readonly orders?: (target: string) => boolean;
};

const NO_TITLES: TitleIndex = { titleOf: () => undefined, idOf: () => undefined };

export type SchemaParts = {
  readonly entity: string;
  readonly fields: readonly Field[];
  readonly titles?: TitleIndex;
  /** Lets expressions name ways that no field reckons yet. */
  readonly paths?: PathIndex;
  /** The model's field types unless a test brings its own. */
  readonly fieldType?: (name: string) => FieldType | undefined;
};

export function makeSchema(parts: SchemaParts): Schema {
  const { entity, titles = NO_TITLES, paths, fieldType = findFieldType } = parts;
  const fields = parts.fields.filter((field) => field.hidden !== true);
  const byId = new Map(fields.map((field) => [field.id, field]));
  const names = indexNames(fields);
  const types = new Map(fields.map((field) => [field.id, typeOf(field, fieldType)]));
  const pathFields = makePathFields(fields, paths);
  const bare = {
    entity,
    fields,
    titles,
    paths,
    pathFields,
    field: (id: string) => byId.get(id) ?? pathFields.field(id),
    findField: (name: string) => names.get(name) ?? names.get(foldText(name)) ?? byId.get(name),
  };
  const formulas = checkFormulas(bare, types);
  return Object.freeze({
    ...bare,
    typeOfField: (field: Field) => types.get(field.id) ?? typeOf(field, fieldType),
    formula: (fieldId: string) => formulas.expressions.get(fieldId),
    formulaProblems: formulas.problems,
  });
}

/** Exact keys win over folded ones, keys over names, earlier fields over later. */
function indexNames(fields: readonly Field[]): ReadonlyMap<string, Field> {
  const names = new Map<string, Field>();
  const add = (name: string, field: Field) => names.has(name) || names.set(name, field);
  for (const field of fields) add(field.key, field);
  for (const field of fields) add(foldText(field.key), field);
  for (const field of fields) add(foldText(field.name), field);
  return names;
}

function typeOf(field: Field, fieldType: (name: string) => FieldType | undefined): ValueType {
  const type = fieldType(field.type);
  if (type === undefined) return { kind: 'empty' };
  const kind: Kind = kindOf(type, field.config);
  if (kind !== 'reference' && kind !== 'set') return { kind };
  if (field.config.options !== undefined) return { kind, options: field };
  if (field.config.target !== undefined) return { kind, target: field.config.target };
  return kind === 'reference' ? { kind, target: TARGETS[field.type] ?? '*' } : makeSetType(field);
}

/** Field types whose target is fixed need not repeat it in the configuration. */
const TARGETS: Readonly<Record<string, string>> = {
  person: 'person',
  people: 'person',
  team: 'team',
  company: 'company',
  relation: '*',
};

function makeSetType(field: Field): ValueType {
  const target = TARGETS[field.type];
  return target === undefined ? { kind: 'set' } : { kind: 'set', target };
}
