/** What may come next where somebody types: fields and functions, values of the field before, or operators. */
import { foldText } from '@throughline/base';
import type { Field } from '@throughline/model';
import { declarationOf, FUNCTIONS, type FunctionName } from '../functions.ts';
import { isPathFunction } from '../paths.ts';
import type { Schema } from '../schema.ts';
import { memberType, type ValueType } from '../value-type.ts';
import { lex } from './lex.ts';
import { KEYWORDS, printName, printText, type Token } from './token.ts';

export type Completion = {
  /** The part of the text that a candidate replaces. */
  readonly start: number;
  readonly end: number;
  readonly candidates: readonly Candidate[];
};

export type Candidate = {
  readonly type: 'field' | 'function' | 'option' | 'operator' | 'value';
  readonly label: string;
  /** What to put in place of the range. */
  readonly insert: string;
  readonly about: string;
};

const MOST_CANDIDATES = 50;

export function complete(text: string, offset: number, schema: Schema): Completion {
  const { tokens, word, start } = readBefore(text.slice(0, offset));
  const isQuoted = /^["'[]/.test(word);
  const all = candidatesAfter(tokens, schema);
  const typed = foldText(word.replace(/^["'[]/, ''));
  const fitting = all.filter((candidate) => matches(candidate, typed));
  const ranked = fitting.toSorted((a, b) => rankOf(a, typed) - rankOf(b, typed));
  const rest = /^[\p{L}\p{N}_]*["'\]]?/u.exec(text.slice(offset))?.[0] ?? '';
  const end = offset + (isQuoted || /^[\p{L}\p{N}_]+$/u.test(rest) ? rest.length : 0);
  return { start, end, candidates: ranked.slice(0, MOST_CANDIDATES) };
}

type Before = { readonly tokens: readonly Token[]; readonly word: string; readonly start: number };

/** The finished tokens before the cursor, and the word being typed. */
function readBefore(text: string): Before {
  const open = /(?:["'][^"']*|\[[^\]]*|[\p{L}_][\p{L}\p{N}_]*)$/u;
  for (const length of candidateLengths(text, open)) {
    const tokens = lex(text.slice(0, text.length - length));
    if (tokens.ok) {
      const start = text.length - length;
      return { tokens: tokens.value.slice(0, -1), word: text.slice(start), start };
    }
  }
  return { tokens: [], word: '', start: text.length };
}

function candidateLengths(text: string, open: RegExp): readonly number[] {
  const word = open.exec(text)?.[0].length ?? 0;
  const bare = /[\p{L}_][\p{L}\p{N}_]*$/u.exec(text)?.[0].length ?? 0;
  const quote = Math.max(text.lastIndexOf('"'), text.lastIndexOf("'"), text.lastIndexOf('['));
  // Behind a text that is closed a quote opens nothing: then the bare word is what is being typed.
  return quote < 0 ? [word, 0] : [word, text.length - quote, bare, 0];
}

function candidatesAfter(tokens: readonly Token[], schema: Schema): readonly Candidate[] {
  const last = tokens.at(-1);
  const word = wordOf(last);
  if (word === '.') return pathNames(namesBefore(tokens), schema);
  if (word === 'is') return [operator('empty', 'has no value'), operator('not empty', 'has a value')];
  if (last !== undefined && endsValue(last, word)) return operatorsFor(typeBefore(tokens, schema));
  const subject = subjectOf(tokens, schema);
  const ways = word === '(' && isPathFunction(wordOf(tokens.at(-2))) ? pathNames([], schema) : [];
  return [...ways, ...(subject ? valuesOf(subject, schema) : []), ...makeNames(schema)];
}

/** The names of a way up to its last dot. */
function namesBefore(tokens: readonly Token[]): readonly string[] {
  const names: string[] = [];
  for (let index = tokens.length - 1; index > 0 && wordOf(tokens[index]) === '.'; index -= 2) {
    const token = tokens[index - 1];
    if (token?.type === 'name') names.unshift(token.name);
  }
  return names;
}

function pathNames(names: readonly string[], schema: Schema): readonly Candidate[] {
  return (schema.paths?.next(names) ?? []).map(({ key, name }) => ({
    type: 'field',
    label: name,
    insert: printName(key),
    about: key,
  }));
}

function wordOf(token: Token | undefined): string {
  if (token?.type === 'symbol') return token.symbol;
  return token?.type === 'name' && !token.bracketed ? token.name.toLowerCase() : '';
}

function endsValue(token: Token, word: string): boolean {
  if (token.type === 'symbol') return word === ')';
  return !KEYWORDS.has(word) || word === 'true' || word === 'false' || word === 'empty';
}

function typeBefore(tokens: readonly Token[], schema: Schema): ValueType | undefined {
  const last = tokens.at(-1);
  const field = last?.type === 'name' ? schema.findField(last.name) : undefined;
  return field && schema.typeOfField(field);
}

/** The field that values here belong to: `status in ("Now", ‸`. */
function subjectOf(tokens: readonly Token[], schema: Schema): Field | undefined {
  let index = tokens.length - 1;
  while (index >= 0 && isInsideList(tokens[index] as Token)) index--;
  if (!/^(=|!=|<|<=|>|>=|in|has|contains)$/.test(wordOf(tokens[index]))) return undefined;
  if (wordOf(tokens[index - 1]) === 'not') index--;
  const before = tokens[index - 1];
  return before?.type === 'name' ? schema.findField(before.name) : undefined;
}

function isInsideList(token: Token): boolean {
  return token.type === 'string' || token.type === 'number' || ['(', ','].includes(wordOf(token));
}

function valuesOf(field: Field, schema: Schema): readonly Candidate[] {
  const type = schema.typeOfField(field);
  const value = type.kind === 'set' ? memberType(type) : type;
  if (value.options) {
    return (value.options.config.options ?? []).map((option) => ({
      type: 'option',
      label: option.name,
      insert: printText(option.name),
      about: field.name,
    }));
  }
  if (value.target === 'person') return [makeFunction('me')];
  if (value.kind === 'date') return [makeFunction('today'), makeFunction('now')];
  if (value.kind === 'boolean') return [makeValue('true'), makeValue('false')];
  return [];
}

function makeValue(text: string): Candidate {
  return { type: 'value', label: text, insert: text, about: '' };
}

function makeNames(schema: Schema): readonly Candidate[] {
  const fields = schema.fields.map((field): Candidate => ({
    type: 'field',
    label: field.name,
    insert: printName(field.key),
    about: field.key,
  }));
  return [
    ...fields,
    ...(Object.keys(FUNCTIONS) as FunctionName[]).map(makeFunction),
    operator('not ', 'turns a condition round'),
  ];
}

function makeFunction(name: FunctionName): Candidate {
  const declaration = declarationOf(name);
  const insert = declaration.takes.length === 0 ? `${name}()` : `${name}(`;
  return { type: 'function', label: name, insert, about: `${declaration.about} ${declaration.example}` };
}

function operator(insert: string, about: string): Candidate {
  return { type: 'operator', label: insert.trim(), insert, about };
}

const ALWAYS = [operator('and ', 'both hold'), operator('or ', 'one holds')];
const PRESENCE = [operator('is empty', 'has no value'), operator('is not empty', 'has a value')];
const EQUALITY = [operator('= ', 'is'), operator('!= ', 'is not'), operator('in (', 'is one of')];
const SIZE = ['<', '<=', '>', '>='].map((symbol) => operator(`${symbol} `, 'compares'));
const RECKONING = ['+', '-', '*', '/'].map((symbol) => operator(`${symbol} `, 'reckons'));

function operatorsFor(type: ValueType | undefined): readonly Candidate[] {
  switch (type?.kind) {
    case 'number':
      return [
        ...EQUALITY,
        ...SIZE,
        operator('between ', 'lies between'),
        ...RECKONING,
        ...PRESENCE,
        ...ALWAYS,
      ];
    case 'date':
      return [...SIZE, operator('between ', 'lies between'), ...EQUALITY, ...PRESENCE, ...ALWAYS];
    case 'text':
      return [operator('contains ', 'holds the text'), ...EQUALITY, ...PRESENCE, ...ALWAYS];
    case 'set':
      return [operator('has ', 'holds'), operator('in (', 'holds one of'), ...PRESENCE, ...ALWAYS];
    case 'range':
      return [operator('contains ', 'spans a date'), ...PRESENCE, ...ALWAYS];
    case 'reference':
      return [...EQUALITY, ...PRESENCE, ...ALWAYS, ...(type.options ? [...SIZE, ...RECKONING] : [])];
    case 'document':
      return [...PRESENCE, ...ALWAYS];
    case undefined:
    case 'boolean':
    case 'duration':
    case 'empty':
      return [...ALWAYS, ...EQUALITY, ...SIZE, ...RECKONING, ...PRESENCE];
  }
}

function matches(candidate: Candidate, typed: string): boolean {
  if (typed === '') return true;
  const searched = candidate.type === 'field' ? `${candidate.label} ${candidate.about}` : candidate.label;
  return foldText(searched).includes(typed);
}

/** Those that start with what is typed come first. */
function rankOf(candidate: Candidate, typed: string): number {
  return foldText(candidate.label).startsWith(typed) ? 0 : 1;
}
