/** Field types whose values name records: one by id, or several. */
import { isId, ok, type Json, type Result } from '@throughline/base';
import type { Field, FieldType, ValueProblem } from '../field.ts';
import { describe, joinList, parseTextSet, problem, splitList } from './parsing.ts';

function parseId(input: Json, field: Field): Result<string, ValueProblem> {
  const target = field.config.target;
  const prefix = target === undefined || target === '*' ? undefined : target;
  if (isId(input, prefix)) return ok(input);
  const wanted = prefix === undefined ? 'the id of a record' : `an id such as ${prefix}_…`;
  return problem('not_an_id', `Expected ${wanted}, got ${describe(input)}.`);
}

/**
 * A field type for one record of an entity. Imports may also write a name or an address: the operation that
 * reads files resolves those before parsing.
 */
export function makeReferenceType(name: string, custom: boolean, target?: string): FieldType<string> {
  return {
    name,
    kind: 'reference',
    custom,
    parseConfig: (input) =>
      ok(target ? { target } : { target: typeof input['target'] === 'string' ? input['target'] : '*' }),
    parse: (input, field) => parseId(input, target ? withTarget(field, target) : field),
    parseText: (text, field) => parseId(text.trim(), target ? withTarget(field, target) : field),
    format: (value, _field, context) => context.titleOf(value) ?? value,
    toCell: (value) => value,
  };
}

/** As `makeReferenceType`, for several records. */
export function makeReferenceSetType(name: string, custom: boolean, target?: string): FieldType<string[]> {
  const type: FieldType<string[]> = {
    name,
    kind: 'set',
    custom,
    parseConfig: (input) =>
      ok(target ? { target } : { target: typeof input['target'] === 'string' ? input['target'] : '*' }),
    parse: (input, field) => {
      const items = parseTextSet(input);
      if (!items.ok) return items;
      for (const item of items.value) {
        const id = parseId(item, target ? withTarget(field, target) : field);
        if (!id.ok) return id;
      }
      return items;
    },
    parseText: (text, field, context) => type.parse(splitList(text), field, context),
    format: (value, _field, context) => joinList(value.map((id) => context.titleOf(id) ?? id)),
    toCell: (value) => value,
  };
  return type;
}

function withTarget(field: Field, target: string): Field {
  return { ...field, config: { ...field.config, target } };
}
