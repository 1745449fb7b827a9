/** Pieces that several field types share when they read values from outside. */
import { fail, ok, type Json, type JsonObject, type Result } from '@throughline/base';
import type { FieldConfig, ValueProblem } from '../field.ts';
import { LIMITS } from '../limits.ts';

export function problem(code: string, message: string): Result<never, ValueProblem> {
  return fail({ code, message });
}

/** NUL cannot be stored and lone surrogates are no text in any encoding: both are refused at the edge. */
export function parseWellFormed(input: Json, length: number): Result<string, ValueProblem> {
  if (typeof input !== 'string') return problem('not_text', `Expected text, got ${describe(input)}.`);
  if (input.includes('\0')) return problem('text_with_nul', 'The text holds a NUL character.');
  if (hasLoneSurrogate(input)) return problem('text_malformed', 'The text holds half of a surrogate pair.');
  if (input.length > length) {
    return problem('text_too_long', `The text has ${input.length} characters; ${length} fit.`);
  }
  return ok(input);
}

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

function hasLoneSurrogate(text: string): boolean {
  return LONE_SURROGATE.test(text);
}

export function parseFinite(input: Json): Result<number, ValueProblem> {
  if (typeof input !== 'number' || !Number.isFinite(input)) {
    return problem('not_a_number', `Expected a number, got ${describe(input)}.`);
  }
  return ok(Object.is(input, -0) ? 0 : input);
}

/** Numbers as people write them: `1,234.5`, `1.234,5`, `12 %`, `€ 3`. Ambiguous groups read as groups. */
export function parseNumberText(text: string): Result<number, ValueProblem> {
  const bare = text.trim().replace(/[\s\u00a0\u202f'%€$£¥]/g, '');
  const lastComma = bare.lastIndexOf(',');
  const lastPoint = bare.lastIndexOf('.');
  const isCommaDecimal = lastComma > lastPoint && (lastPoint >= 0 || !/^[-+]?\d{1,3}(,\d{3})+$/.test(bare));
  const plain = isCommaDecimal ? bare.replace(/\./g, '').replace(',', '.') : bare.replace(/,/g, '');
  if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain)) {
    return problem('not_a_number', `“${shorten(text)}” is not a number.`);
  }
  return parseFinite(Number(plain));
}

export function checkBounds(value: number, config: FieldConfig): Result<number, ValueProblem> {
  if (config.min !== undefined && value < config.min) {
    return problem('below_minimum', `${value} is below the least value, ${config.min}.`);
  }
  if (config.max !== undefined && value > config.max) {
    return problem('above_maximum', `${value} is above the greatest value, ${config.max}.`);
  }
  return ok(value);
}

/** Texts of a set without repeats and blanks, in the order given. */
export function parseTextSet(input: Json): Result<string[], ValueProblem> {
  if (!Array.isArray(input)) return problem('not_a_list', `Expected a list, got ${describe(input)}.`);
  const items: string[] = [];
  for (const item of input as readonly Json[]) {
    const parsed = parseWellFormed(item, LIMITS.optionLength);
    if (!parsed.ok) return parsed;
    const text = parsed.value.trim();
    if (text !== '' && !items.includes(text)) items.push(text);
  }
  if (items.length > LIMITS.setSize) {
    return problem('set_too_large', `The list has ${items.length} entries; ${LIMITS.setSize} fit.`);
  }
  return ok(items);
}

/** A list in one cell: separated by `;`, or by `,` where there is no `;`. A quoted entry may hold both. */
export function splitList(text: string): string[] {
  const separator = /;/.test(text.replace(/"[^"]*"/g, '')) ? ';' : ',';
  const entries = text.match(separator === ';' ? /("[^"]*"|[^;])+/g : /("[^"]*"|[^,])+/g) ?? [];
  return entries.map((entry) => entry.trim().replace(/^"(.*)"$/s, '$1')).filter((entry) => entry !== '');
}

export function joinList(items: readonly string[]): string {
  return items.map((item) => (/[;,"]/.test(item) ? `"${item.replaceAll('"', "'")}"` : item)).join('; ');
}

export function noConfig(): Result<FieldConfig, ValueProblem> {
  return ok({});
}

export function pickNumbers(
  input: JsonObject,
  names: readonly ('min' | 'max' | 'step' | 'length')[],
): FieldConfig {
  const entries = names.flatMap((name) => (typeof input[name] === 'number' ? [[name, input[name]]] : []));
  return Object.fromEntries(entries) as FieldConfig;
}

export function describe(input: Json): string {
  if (input === null) return 'nothing';
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'object') return 'an object';
  return typeof input === 'string' ? `“${shorten(input)}”` : String(input);
}

export function shorten(text: string, length = 60): string {
  return text.length <= length ? text : `${text.slice(0, length)}…`;
}
