/**
 * Parts of blueprints name fields by the keys that the blueprint gives them; in the workspace the key may have been
 * taken, and the field has another. Built-in fields and those that are no part go by their own key.
 */
import { must } from '@throughline/base';
import type { Field, Model } from '@throughline/model';
import { makePathIndex, makeSchema, parseExpressionText, printExpression } from '@throughline/view';
import type { FieldOffers } from '../access/field-offers.ts';

/** By entity and key in the blueprint (`idea.reach`), the id of the field that stands for it. */
export type PartFields = ReadonlyMap<string, string>;

export type PartNames = {
  /** What the parts call a field. */
  readonly keyOf: (entity: string, id: string) => string | undefined;
  readonly idOf: (entity: string, key: string) => string | undefined;
  /** A formula with the names of the one side, printed with those of the other; as it is where it cannot be read. */
  readonly rename: (entity: string, expression: string, to: 'parts' | 'workspace') => string;
  /** The same for a path over linked records, such as `insights.company.revenue`. */
  readonly renamePath: (path: string, to: 'parts' | 'workspace') => string;
};

type Known = { readonly model: Model; readonly state: Pick<FieldOffers, 'fieldsOf'> };

export function makePartNames({ model, state }: Known, parts: PartFields = new Map()): PartNames {
  const partOf = new Map([...parts].map(([part, field]) => [field, part]));
  const keyOf: PartNames['keyOf'] = (entity, id) => {
    const part = partOf.get(id);
    if (part?.startsWith(`${entity}.`)) return part.slice(entity.length + 1);
    return state.fieldsOf(entity).find((each) => each.id === id)?.key;
  };
  /** The fields as the parts call them; one whose key a part has taken has no name there. */
  const named = (entity: string): readonly Field[] => {
    const fields = state
      .fieldsOf(entity)
      .map((field) => ({ ...field, key: keyOf(entity, field.id) ?? field.key }));
    const taken = new Set(fields.filter(({ id }) => partOf.has(id)).map(({ key }) => key));
    return fields.filter(({ id, key }) => partOf.has(id) || !taken.has(key));
  };
  const schemaOf = (entity: string, fields: readonly Field[]) =>
    makeSchema({
      entity,
      fields,
      fieldType: model.findFieldType,
      paths: makePathIndex(model, entity, (name) => (name === entity ? fields : state.fieldsOf(name))),
    });
  /** Keys of the parts and those of their fields. */
  const pairs = (): readonly (readonly [string, string])[] =>
    [...parts].flatMap(([part, id]) => {
      const [entity, key] = part.split('.');
      const field = state.fieldsOf(must(entity)).find((each) => each.id === id);
      return field === undefined ? [] : [[must(key), field.key] as const];
    });
  return {
    keyOf,
    idOf: (entity, key) =>
      parts.get(`${entity}.${key}`) ?? state.fieldsOf(entity).find((each) => each.key === key)?.id,
    rename: (entity, expression, to) => {
      const [here, there] = [state.fieldsOf(entity), named(entity)];
      const isSame =
        there.length === here.length && there.every(({ key }, index) => key === here[index]?.key);
      if (isSame) return expression;
      const [from, into] = to === 'parts' ? [here, there] : [there, here];
      const parsed = parseExpressionText(expression, schemaOf(entity, from));
      return parsed.ok ? printExpression(parsed.value.expression, schemaOf(entity, into)) : expression;
    },
    renamePath: (path, to) => {
      const keys = new Map(pairs().map(([part, here]) => (to === 'parts' ? [here, part] : [part, here])));
      return path
        .split('.')
        .map((name) => keys.get(name) ?? name)
        .join('.');
    },
  };
}
