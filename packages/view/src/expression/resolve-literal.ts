/** Quoted texts are read as what stands beside them: a date, an option's name, a record's title, or a text. */
import { isId } from '@throughline/base';
import { findOption, parseDay, parseInstant, type Field } from '@throughline/model';
import { span } from '../problem.ts';
import { DATE, TEXT, type ValueType } from '../value-type.ts';
import type { Resolver, Typed } from './resolve.ts';
import { didYouMean } from './suggest.ts';
import type { Syntax } from './syntax.ts';

type StringSyntax = Extract<Syntax, { type: 'string' }>;

/** `'2026-03-01'` in single quotes is a date by itself; in double quotes only where a date is needed. */
export function isQuoted(node: Syntax): node is StringSyntax {
  return node.type === 'string' && !(node.quote === "'" && parseDate(node.value) !== undefined);
}

export function resolveString(resolver: Resolver, node: StringSyntax, expected?: ValueType): Typed {
  if (expected?.kind === 'date') return resolveDate(resolver, node);
  if (expected?.kind === 'reference') return resolveReference(resolver, node, expected);
  const date = node.quote === "'" && expected?.kind !== 'text' ? parseDate(node.value) : undefined;
  if (date !== undefined) return { expression: { type: 'date', value: date }, type: DATE };
  return { expression: { type: 'text', value: node.value }, type: TEXT };
}

function parseDate(text: string): string | undefined {
  const parsed = /^\d{4}-\d{2}-\d{2}$/.test(text) ? parseDay(text) : parseInstant(text);
  return parsed.ok ? parsed.value : undefined;
}

function resolveDate(resolver: Resolver, node: StringSyntax): Typed {
  const value = parseDate(node.value);
  if (value !== undefined) return { expression: { type: 'date', value }, type: DATE };
  return resolver.refuse('bad_date', `“${node.value}” is not a date.`, {
    ...span(node),
    hint: "Write '2026-03-01', today() or now() - 14d.",
  });
}

function resolveReference(resolver: Resolver, node: StringSyntax, expected: ValueType): Typed {
  if (expected.options) {
    const { options } = expected;
    const names = (options.config.options ?? []).map((option) => option.name);
    return (
      resolveOptionName(options, node.value) ??
      resolver.refuse('unknown_option', `“${node.value}” is no option of ${options.name}.`, {
        ...span(node),
        hint: didYouMean(node.value, names) ?? `Its options are ${names.slice(0, 8).join(', ')}.`,
      })
    );
  }
  const target = expected.target ?? '*';
  const isItself = isId(node.value, target === '*' ? undefined : target);
  const id = isItself ? node.value : resolver.scope.titles.idOf(target, node.value);
  if (id === undefined) {
    return resolver.refuse('unknown_record', `No record is called “${node.value}”.`, span(node));
  }
  return { expression: { type: 'record', id }, type: { kind: 'reference', target } };
}

/** By key or name. */
export function resolveOptionName(field: Field, name: string): Typed | undefined {
  const option = findOption(field, name);
  if (option === undefined) return undefined;
  return {
    expression: { type: 'option', field: field.id, key: option.key },
    type: { kind: 'reference', options: field },
  };
}
