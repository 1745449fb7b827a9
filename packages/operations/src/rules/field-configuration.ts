import type { JsonObject } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import { parseFieldConfig, type Field, type FieldConfig, type Values } from '@throughline/model';
import { makePathIndex, makeSchema, parseExpressionText, type Schema } from '@throughline/view';
import { seenFields } from '../access/seen-fields.ts';
import type { Work } from '../work.ts';
import { fieldRefusal } from './field-key.ts';

export type NewField = Omit<Field, 'config'> & {
  readonly entity: string;
  /** Its type stands: a built-in one, or one there is already, whatever made it. */
  readonly isTypeGiven: boolean;
};

/** The configuration of a field, judged by its type; formulas are checked against the other fields. */
export function checkConfiguration(work: Work, field: NewField, input: JsonObject): Values[string] {
  const type = work.model.findFieldType(field.type);
  if (!type || (!type.custom && !field.isTypeGiven)) {
    const known = work.model.fieldTypes.filter((each) => each.custom).map((each) => each.name);
    throw fieldRefusal(
      'type',
      `There is no field type “${field.type.slice(0, 60)}”; there are ${known.join(', ')}.`,
    );
  }
  const config = parseFieldConfig(type, input);
  if (!config.ok) throw fieldRefusal('config', config.error.message);
  if (field.type === 'relation') checkConnection(work, field, config.value);
  const checked = field.type === 'formula' ? checkFormula(work, field, config.value) : config.value;
  return checked as Values[string];
}

/** Both sides of a connection are told what they connect, and stay so. */
function checkConnection(work: Work, field: NewField, { target = '', mirrors }: FieldConfig): void {
  if (work.model.findEntity(target)?.hasCustomFields !== true) {
    throw fieldRefusal('config', `A connection field cannot connect “${target.slice(0, 60)}”.`);
  }
  const known = work.state.fieldsOf(field.entity).find((each) => each.id === field.id);
  if (known && (known.config.target !== target || known.config.mirrors !== mirrors))
    throw fieldRefusal('config', 'What a connection field connects stays; make another field instead.');
  if (mirrors === undefined) return;
  const other = work.state.fieldsOf(target).find((each) => each.id === mirrors);
  const isOtherSide =
    other?.type === 'relation' && other.config.mirrors === undefined && other.config.target === field.entity;
  const isTaken = work.state
    .fieldsOf(field.entity)
    .some((each) => each.config.mirrors === mirrors && each.id !== field.id);
  if (!isOtherSide || isTaken)
    throw fieldRefusal('config', 'There is no connection field to mirror, or it is mirrored already.');
}

/** Refuses what does not type-check and what needs its own result, pointing at the characters; tells the result's kind. */
function checkFormula(
  work: Work,
  { entity, isTypeGiven: _isTypeGiven, ...field }: NewField,
  config: FieldConfig,
): FieldConfig {
  const known = work.state.fieldsOf(entity).find(({ id }) => id === field.id);
  // What stands already may name fields that the actor does not see; what he writes may not, nor may a hint.
  const isKept = known !== undefined && known.config.expression === config.expression;
  const schemaFor = isKept ? schemaWith : schemaSeen;
  const alone = parseExpressionText(config.expression ?? '', schemaFor(work, entity, { ...field, config }));
  const kind = alone.ok ? alone.value.type.kind : 'number';
  const result = { ...config, result: kind === 'empty' || kind === 'duration' ? ('number' as const) : kind };
  const schema = schemaFor(work, entity, { ...field, config: result });
  const problems = schema.formulaProblems.get(field.id) ?? [];
  if (problems.length === 0) return result;
  throw new Refusal('invalid_expression', {
    message: problems[0]?.message ?? 'The formula cannot be read.',
    ...(problems[0]?.hint ? { fix: problems[0].hint } : {}),
    details: {
      field: 'config',
      problems: problems.map(({ code, message, start, end }) => ({ code, message, start, end })),
    },
  });
}

/** The fields of an entity as they will be, and the ways from it to linked records. */
export function schemaWith(work: Work, entity: string, field: Field): Schema {
  return schemaOf(work, { entity, field, fieldsOf: work.state.fieldsOf });
}

/** The same as far as the actor knows them. */
function schemaSeen(work: Work, entity: string, field: Field): Schema {
  return schemaOf(work, { entity, field, fieldsOf: (name) => seenFields(work, name) });
}

type SchemaParts = {
  readonly entity: string;
  readonly field: Field;
  readonly fieldsOf: (entity: string) => readonly Field[];
};

function schemaOf({ model }: Work, { entity, field, fieldsOf }: SchemaParts): Schema {
  return makeSchema({
    entity,
    fieldType: model.findFieldType,
    fields: [...fieldsOf(entity).filter((each) => each.key !== field.key), field],
    paths: makePathIndex(model, entity, fieldsOf),
  });
}
