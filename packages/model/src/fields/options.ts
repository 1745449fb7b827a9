/** Options of select and multi-select fields. */
import { foldText, ok, type Json, type JsonObject, type Result } from '@throughline/base';
import { STATUS_CATEGORIES, type Field, type FieldConfig, type Option, type ValueProblem } from '../field.ts';
import { LIMITS } from '../limits.ts';
import { describe, parseWellFormed, problem, shorten } from './parsing.ts';

export function parseOptionsConfig(input: JsonObject): Result<FieldConfig, ValueProblem> {
  const list = input['options'] ?? [];
  if (!Array.isArray(list)) return problem('config_options', 'Options are a list of {key, name, …}.');
  if (list.length > LIMITS.options) {
    return problem('too_many_options', `The field has ${list.length} options; ${LIMITS.options} fit.`);
  }
  const options: Option[] = [];
  for (const item of list as readonly Json[]) {
    const option = parseOption(item);
    if (!option.ok) return option;
    if (options.some((other) => other.key === option.value.key)) {
      return problem('option_repeated', `The option “${option.value.key}” is there twice.`);
    }
    options.push(option.value);
  }
  return ok({ options });
}

function parseOption(input: Json): Result<Option, ValueProblem> {
  if (input === null || typeof input !== 'object' || Array.isArray(input)) {
    return problem('config_options', `An option is {key, name, …}, not ${describe(input)}.`);
  }
  const given = input as JsonObject;
  const name = parseWellFormed(given['name'] ?? null, LIMITS.optionLength);
  if (!name.ok) return name;
  const key =
    given['key'] === undefined
      ? ok(makeOptionKey(name.value))
      : parseWellFormed(given['key'], LIMITS.optionLength);
  if (!key.ok) return key;
  if (name.value.trim() === '' || key.value === '') return problem('option_blank', 'An option needs a name.');
  const { color, emoji, weight, category, parents } = given;
  if (category !== undefined && !STATUS_CATEGORIES.includes(category as never)) {
    return problem('option_category', `A status category is one of ${STATUS_CATEGORIES.join(', ')}.`);
  }
  if (parents !== undefined && !isTexts(parents))
    return problem('option_parents', 'The types that may stand above are a list of their keys.');
  return ok({
    key: key.value,
    name: name.value.trim(),
    ...(parents === undefined ? {} : { parents }),
    ...(typeof color === 'string' ? { color } : {}),
    ...(typeof emoji === 'string' ? { emoji } : {}),
    ...(typeof weight === 'number' && Number.isFinite(weight) ? { weight } : {}),
    ...(category === undefined ? {} : { category: category as NonNullable<Option['category']> }),
  });
}

function isTexts(value: Json): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

/** `Patch Available` → `patch_available`; names without a Latin letter keep their own text. */
export function makeOptionKey(name: string): string {
  const folded = foldText(name)
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');
  return folded === '' ? name.trim() : folded.slice(0, 60);
}

/** By key, else by name without regard to case. */
export function findOption(field: Field, text: string): Option | undefined {
  const options = field.config.options ?? [];
  const folded = foldText(text.trim());
  return (
    options.find((option) => option.key === text) ??
    options.find((option) => foldText(option.name) === folded)
  );
}

export function parseOptionKey(input: Json, field: Field): Result<string, ValueProblem> {
  if (typeof input !== 'string')
    return problem('not_an_option', `Expected an option, got ${describe(input)}.`);
  const option = findOption(field, input);
  if (option) return ok(option.key);
  const known = (field.config.options ?? []).slice(0, 12).map((each) => each.name);
  return problem(
    'unknown_option',
    `“${shorten(input)}” is no option of ${field.name}; known: ${known.join(', ')}.`,
  );
}

export function optionName(field: Field, key: string): string {
  return field.config.options?.find((option) => option.key === key)?.name ?? key;
}
