import { textOf } from '@throughline/base';
import { referencesIn, type Field, type FieldPart, type ViewPart } from '@throughline/model';
import { fieldsOf as fieldsIn, type Schema } from '@throughline/view';
import { findAll } from '../rules/find-one.ts';
import type { Work } from '../work.ts';
import { fieldContent } from './field-content.ts';
import { offeredSchema } from './offered-fields.ts';
import { makePartNames } from './part-names.ts';
import { portableConfig } from './portable.ts';

/** `used`: what the views need; `own`: what the space alone has or has its own way, with workflow and types. */
export type CapturedFields = 'used' | 'own' | 'both';

type FieldsOf = {
  readonly space: string;
  readonly views: readonly ViewPart[];
  readonly fields: CapturedFields;
};

/** The workflow and the types belong to how a space works, also where they are the workspace’s own. */
const ALWAYS: ReadonlySet<string> = new Set(['idea type', 'idea status']);

/** The fields that a blueprint of the space carries, where views use them with the inputs of formulas. */
export async function captureFields(
  work: Work,
  { space, views, fields: wanted }: FieldsOf,
): Promise<readonly FieldPart[]> {
  const records = await findAll(work, work.entity('field'), { archivedAt: null });
  const abouts = new Map(records.map(({ id, values }) => [id, values['about']]));
  const ways = new Map(
    records
      .filter(({ values }) => values['in'] === space)
      .map(({ id, values }) => [textOf(values['adapts'] ?? id), values]),
  );
  return work.model.entities.flatMap(({ name: entity, hasCustomFields }) => {
    if (!hasCustomFields) return [];
    const schema = offeredSchema(work, entity, space);
    const used = new Set(views.filter((view) => view.entity === entity).flatMap(keysOf));
    const isOwn = ({ id }: Field): boolean => ways.has(id) || ALWAYS.has(`${entity} ${id}`);
    const isUsed = ({ id, key }: Field): boolean => id.startsWith('field_') && used.has(key);
    const own = wanted === 'used' ? [] : schema.fields.filter(isOwn);
    const chosen = wanted === 'own' ? own : withInputs(schema, [...own, ...schema.fields.filter(isUsed)]);
    return chosen.flatMap((field) => {
      const about = ways.get(field.id)?.['about'] ?? abouts.get(field.id);
      return makePart(work, { entity, field, schema, about });
    });
  });
}

function keysOf({ query, settings = {} }: ViewPart): readonly string[] {
  return [...referencesIn([query, settings])];
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

type Making = Parameters<typeof fieldContent>[1] & { readonly schema: Schema };

/** Nothing where it names a person or a record, or rests on what the space does not offer. */
function makePart(work: Work, { entity, field, schema, about }: Making): readonly FieldPart[] {
  if (work.model.findFieldType(field.type)?.custom !== true) return [];
  const config = portableConfig(field, schema);
  if (config === undefined) return [];
  const { content } = fieldContent(makePartNames(work), { entity, field: { ...field, config }, about });
  return config.mirrors !== undefined && content.config.mirrors === undefined ? [] : [content];
}
