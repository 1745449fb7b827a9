import { ok, type Json, type JsonObject, type Result } from '@throughline/base';
import type { FieldType, ValueProblem } from '../field.ts';
import { LIMITS } from '../limits.ts';
import { noConfig, parseWellFormed, problem, shorten } from './parsing.ts';

export type Link = { readonly url: string; readonly title?: string };

const SAFE_SCHEME = /^(https?:\/\/[^\s/?#]|mailto:[^\s]+@)/i;

/** A web or mail address, with a title when it has one. Other schemes could run scripts and are refused. */
export const linkField: FieldType<Link> = {
  name: 'link',
  kind: 'text',
  custom: true,
  parseConfig: noConfig,
  parse: (input) => {
    if (typeof input === 'string')
      return parseUrl(input).ok
        ? ok({ url: input.trim() })
        : (parseUrl(input) as Result<never, ValueProblem>);
    const { url, title } = (input ?? {}) as JsonObject;
    const address = parseUrl(url ?? null);
    if (!address.ok) return address;
    if (title === undefined || title === null || title === '') return ok({ url: address.value });
    const name = parseWellFormed(title, LIMITS.titleLength);
    return name.ok ? ok({ url: address.value, title: name.value }) : name;
  },
  parseText: (text, field, context) => {
    const markdown = /^\[(.*)\]\((\S+)\)$/s.exec(text.trim());
    return linkField.parse(
      markdown ? { url: markdown[2] as string, title: markdown[1] as string } : text,
      field,
      context,
    );
  },
  format: (value) => (value.title === undefined ? value.url : `[${value.title}](${value.url})`),
  toCell: (value) => value.url,
};

function parseUrl(input: Json): Result<string, ValueProblem> {
  const text = parseWellFormed(input, LIMITS.textLength);
  if (!text.ok) return text;
  const url = text.value.trim();
  return SAFE_SCHEME.test(url) && !/\s/.test(url)
    ? ok(url)
    : problem('not_a_link', `“${shorten(url)}” is not an http, https or mailto address.`);
}
