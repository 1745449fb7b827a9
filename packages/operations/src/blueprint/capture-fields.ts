import { textOf, type Json } from '@throughline/base';
import {
  fieldReference,
  referencesIn,
  toReferences,
  type Field,
  type FieldConfig,
  type FieldPart,
  type ViewPart,
} from '@throughline/model';
import {
  fieldsOf as fieldsIn,
  makePathIndex,
  makeSchema,
  printExpression,
  type Schema,
} from '@throughline/view';
import { findAll } from '../rules/find-one.ts';
import type { Work } from '../work.ts';
import { namesRecord } from './fit-view.ts';
import { offeredFields } from './offered-fields.ts';

export type FieldsOf = {
  readonly space: string;
  readonly views: readonly ViewPart[];
  /** `used`: what the views need; `own`: also what the space alone has, and its workflow and types; `all` it offers. */
  readonly extent: 'used' | 'own' | 'all';
};

/** The fields a blueprint of the space carries, inputs of formulas among them. */
export async function captureFields(
  work: Work,
  { space, views, extent }: FieldsOf,
): Promise<readonly FieldPart[]> {
  const abouts = new Map(
    (await findAll(work, work.entity('field'), { archivedAt: null })).map(({ id, values }) => [
      id,
      textOf(values['about']),
    ]),
  );
  const records = await findAll(work, work.entity('field'), { in: space, archivedAt: null });
  const own = new Set(records.map(({ id, values }) => textOf(values['adapts'] ?? id)));
  const parts: FieldPart[] = [];
  for (const { name: entity, fields: builtIn, hasCustomFields } of work.model.entities) {
    if (!hasCustomFields) continue;
    const schema = captureSchema(work, entity, space);
    const wanted = new Set(
      views.filter((view) => view.entity === entity).flatMap((view) => [...keysOf(view)]),
    );
    const isWanted = (field: Field): boolean => {
      const declared = builtIn.find(({ id }) => id === field.id);
      if (declared !== undefined) return extent !== 'used' && hasOwnOptions(field, declared);
      return extent === 'all' || wanted.has(field.key) || (extent === 'own' && own.has(field.id));
    };
    const chosen = withInputs(schema, schema.fields.filter(isWanted));
    parts.push(
      ...chosen.flatMap((field) =>
        makePart(work, { entity, field, schema, about: abouts.get(field.id) ?? '' }),
      ),
    );
  }
  return parts;
}

/** The fields of an entity as the space has them. */
export function captureSchema(work: Work, entity: string, space: string): Schema {
  return makeSchema({
    entity,
    fields: offeredFields(work, entity, space),
    fieldType: work.model.findFieldType,
    paths: makePathIndex(work.model, entity, work.state.fieldsOf),
  });
}

function keysOf({ query, settings = {} }: ViewPart): ReadonlySet<string> {
  return referencesIn([query, settings]);
}

/** What ideas are and how they move, where it can be chosen. */
function hasOwnOptions(field: Field, declared: Field): boolean {
  return declared.config.options !== undefined && declared.readOnly !== true && field.type === 'select';
}

/** With the fields that formulas read and the other sides of connections. */
function withInputs(schema: Schema, chosen: readonly Field[]): readonly Field[] {
  const ids = new Set<string>();
  const add = (field: Field | undefined): void => {
    if (field === undefined || ids.has(field.id)) return;
    ids.add(field.id);
    const formula = schema.formula(field.id);
    for (const id of formula === undefined ? [] : fieldsIn(formula))
      if (id.startsWith('field_')) add(schema.field(id));
    if (field.config.mirrors !== undefined) add(schema.field(field.config.mirrors));
  };
  for (const field of chosen) add(field);
  return schema.fields.filter(({ id }) => ids.has(id));
}

type Making = {
  readonly entity: string;
  readonly field: Field;
  readonly schema: Schema;
  readonly about: string;
};

/** Nothing where a formula does not hold, or names a person or another record. */
function makePart(work: Work, { entity, field, schema, about }: Making): readonly FieldPart[] {
  const { key, name, type } = field;
  if (work.model.findFieldType(type)?.custom !== true) return [];
  const captured = captureConfig(work, field, schema);
  if (captured === undefined) return [];
  return [{ entity, key, name, type, config: captured, ...(about === '' ? {} : { about }) }];
}

function captureConfig(work: Work, { id, type, config }: Field, schema: Schema): FieldConfig | undefined {
  const { expression: _typed, rules, mirrors, result: _kind, ...rest } = config;
  const marks = rules?.filter((rule) => isFree(rule as unknown as Json)) ?? [];
  const other = mirrors === undefined ? undefined : mirrorKey(work, config, mirrors);
  if (mirrors !== undefined && other === undefined) return undefined;
  const kept: FieldConfig = {
    ...rest,
    ...(type === 'rollup' && config.result !== undefined ? { result: config.result } : {}),
    ...(marks.length === 0 ? {} : { rules: marks }),
    ...(other === undefined ? {} : { mirrors: other }),
  };
  if (type !== 'formula') return kept;
  const formula = schema.formula(id);
  if (formula === undefined || namesRecord(formula)) return undefined;
  return { ...kept, expression: printExpression(formula, schema) };
}

function mirrorKey(work: Work, { target = '' }: FieldConfig, mirrors: string): string | undefined {
  return work.state.fieldsOf(target).find(({ id }) => id === mirrors)?.key;
}

/** Whether it names nobody and no other record. */
function isFree(json: Json): boolean {
  return JSON.stringify(toReferences(json, fieldReference)) === JSON.stringify(json);
}
