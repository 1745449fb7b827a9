/** How values of a field are marked: the first rule that holds gives a value its colour and its sign. */
import { ok, type Json, type JsonObject, type Result } from '@throughline/base';
import type { FieldConfig, FieldType, ValueProblem } from './field.ts';
import { describe, problem } from './fields/parsing.ts';
import { LIMITS } from './limits.ts';

export const RULE_OPERATORS = ['=', '>', '>=', '<', '<=', 'empty'] as const;
export type RuleOperator = (typeof RULE_OPERATORS)[number];

export type ColorRule = {
  readonly operator: RuleOperator;
  /** A number, a text, a day, an option’s key or an id; a list holds where one of them does. Nothing for `empty`. */
  readonly value?: Json;
  /** The name of a colour of the palette. */
  readonly color?: string;
  readonly emoji?: string;
};

/** What a field's type reads of a configuration, and what all types may have: an index, and rules. */
export function parseFieldConfig(type: FieldType, input: JsonObject): Result<FieldConfig, ValueProblem> {
  const read = type.parseConfig(input);
  if (!read.ok) return read;
  const config = input['sortable'] === true ? { ...read.value, sortable: true } : read.value;
  const given = input['rules'];
  if (given === undefined || given === null) return ok(config);
  const rules = parseColorRules(given);
  if (!rules.ok) return rules;
  return ok(rules.value.length === 0 ? config : { ...config, rules: rules.value });
}

function parseColorRules(input: Json): Result<readonly ColorRule[], ValueProblem> {
  if (!Array.isArray(input))
    return problem('config_rules', 'Rules are a list of {operator, value, color, emoji}.');
  if (input.length > LIMITS.colorRules)
    return problem('too_many_rules', `The field has ${input.length} rules; ${LIMITS.colorRules} fit.`);
  const rules: ColorRule[] = [];
  for (const item of input as readonly Json[]) {
    const rule = parseRule(item);
    if (!rule.ok) return rule;
    rules.push(rule.value);
  }
  return ok(rules);
}

function parseRule(input: Json): Result<ColorRule, ValueProblem> {
  if (input === null || typeof input !== 'object' || Array.isArray(input))
    return problem('config_rules', `A rule is {operator, value, color, emoji}, not ${describe(input)}.`);
  const { operator: given, value = null, color, emoji } = input as JsonObject;
  const operator = RULE_OPERATORS.find((each) => each === given);
  if (operator === undefined)
    return problem('rule_operator', `A rule compares with one of ${RULE_OPERATORS.join(', ')}.`);
  if (operator !== 'empty' && !isComparable(value))
    return problem('rule_value', 'A rule compares with a number, a text, yes or no, or a list of them.');
  if (!isShort(color) && !isShort(emoji))
    return problem('rule_look', 'A rule gives a colour, an emoji or both.');
  return ok({
    operator,
    ...(operator === 'empty' ? {} : { value }),
    ...(isShort(color) ? { color } : {}),
    ...(isShort(emoji) ? { emoji } : {}),
  });
}

const longestLook = 40;

function isShort(value: Json | undefined): value is string {
  return typeof value === 'string' && value !== '' && value.length <= longestLook;
}

function isComparable(value: Json): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.every((each) => typeof each === 'string');
  if (typeof value === 'string') return value.length <= LIMITS.optionLength;
  return typeof value === 'number' || typeof value === 'boolean';
}
