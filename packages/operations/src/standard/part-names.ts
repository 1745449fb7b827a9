/**
 * Parts name fields by the keys that the standard gave them; in the workspace the key may have been taken, and the
 * field has another. Built-in fields and those that are no part of the standard go by their own key.
 */
import type { Field, Model } from '@throughline/model';
import { makePathIndex, makeSchema, parseExpressionText, printExpression } from '@throughline/view';
import type { WorkspaceState } from '../access/workspace-state.ts';

/** By the id of a part (`idea.reach`), the id of the field that stands for it. */
export type PartFields = ReadonlyMap<string, string>;

export type PartNames = {
  /** What the parts call a field. */
  readonly keyOf: (entity: string, id: string) => string | undefined;
  readonly idOf: (entity: string, key: string) => string | undefined;
  /** A formula with the names of the one side, printed with those of the other; as it is where it cannot be read. */
  readonly rename: (entity: string, expression: string, to: 'parts' | 'workspace') => string;
};

type Known = { readonly model: Model; readonly state: Pick<WorkspaceState, 'fieldsOf'> };

export function makePartNames({ model, state }: Known, parts: PartFields): PartNames {
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
  };
}
