/**
 * A part taken apart into aspects that can each be the standard's or the space's own: `name`, `option/now`,
 * `column/owner`, `where`. Members (options, columns) are what a space may add; `members` is their order.
 */
import type { Json, JsonObject } from '@throughline/base';
import type { Option } from '../field.ts';
import type { PartContent } from './standard-part.ts';

export type Aspects = ReadonlyMap<string, Json>;

export const MEMBERS = 'members';
const MEMBER = /^(?:option|column)\//;
/** How wide columns are and what is folded is no matter of a standard. */
const PASSING = new Set(['widths', 'collapsed']);

export function isMember(aspect: string): boolean {
  return MEMBER.test(aspect);
}

/** Empty aspects are left out. */
export function aspectsOf(part: PartContent): Aspects {
  const entries = part.kind === 'field' ? fieldEntries(part) : [];
  const others =
    part.kind === 'view'
      ? viewEntries(part)
      : part.kind === 'description'
        ? Object.entries(part.content)
        : [];
  return new Map([...entries, ...others].filter(([, value]) => !isEmpty(value)));
}

type Entry = readonly [string, Json];

function fieldEntries({ content }: PartContent & { readonly kind: 'field' }): Entry[] {
  const { options, ...config } = content.config as unknown as JsonObject;
  const { name, about = null } = content;
  const listed = (options ?? []) as unknown as readonly Option[];
  return [
    ['name', name],
    ['about', about],
    ['type', content.type],
    ...prefixed('config', config),
    ...listed.map(({ key, ...rest }): Entry => [`option/${key}`, rest as unknown as Json]),
    [MEMBERS, listed.map(({ key }) => `option/${key}`)],
  ];
}

function viewEntries({ content }: PartContent & { readonly kind: 'view' }): Entry[] {
  const { query, settings = {}, section: _section, entity: _entity, ...rest } = content;
  const { columns, entity: _of, ...asked } = query;
  const { layouts, ...others } = settings;
  const shown = (columns ?? []) as readonly string[];
  const kept = Object.entries(others).filter(([name]) => !PASSING.has(name));
  return [
    ...Object.entries(rest),
    ...prefixed('query', asked),
    ...prefixed('settings', Object.fromEntries(kept)),
    ...prefixed('layouts', (layouts ?? {}) as JsonObject),
    ...shown.map((id): Entry => [`column/${id}`, id]),
    [MEMBERS, shown.map((id) => `column/${id}`)],
  ];
}

function prefixed(prefix: string, object: JsonObject): Entry[] {
  return Object.entries(object).flatMap(([name, value]) =>
    value === undefined ? [] : [[`${prefix}/${name}`, value] as const],
  );
}

function isEmpty(value: Json): boolean {
  return value === null || value === false || value === '' || (Array.isArray(value) && value.length === 0);
}

/** The part that has these aspects; what is no aspect (key, entity, section) is as in `part`. */
export function withAspects<P extends PartContent>(part: P, aspects: Aspects): P {
  if (part.kind === 'field') return { ...part, content: fieldFrom(part, aspects) };
  if (part.kind === 'view') return { ...part, content: viewFrom(part, aspects) };
  return { ...part, content: { isDefault: false, body: '', ...Object.fromEntries(aspects) } };
}

function fieldFrom({ content }: PartContent & { readonly kind: 'field' }, aspects: Aspects): JsonObject {
  const { about: _about, ...rest } = content;
  const about = aspects.get('about');
  const options = membersOf(aspects).map((member) => ({
    key: member.slice('option/'.length),
    ...(aspects.get(member) as JsonObject),
  }));
  const hasOptions = content.config.options !== undefined || options.length > 0;
  return {
    ...(rest as unknown as JsonObject),
    name: aspects.get('name') ?? content.name,
    type: aspects.get('type') ?? content.type,
    config: { ...under(aspects, 'config'), ...(hasOptions ? { options } : {}) },
    ...(about === undefined ? {} : { about }),
  };
}

const VIEW_TEXTS = ['name', 'about', 'layout', 'description'] as const;

function viewFrom({ content }: PartContent & { readonly kind: 'view' }, aspects: Aspects): JsonObject {
  const { entity, section, settings = {} } = content;
  const passing = Object.entries(settings).filter(([name]) => PASSING.has(name));
  const layouts = under(aspects, 'layouts');
  const texts = VIEW_TEXTS.flatMap((name) => {
    const text = aspects.get(name);
    return text === undefined ? [] : [[name, text] as const];
  });
  const columns = membersOf(aspects).map((member) => member.slice('column/'.length));
  return {
    entity,
    ...(section === undefined ? {} : { section }),
    ...Object.fromEntries(texts),
    query: { entity, order: [], group: [], aggregates: [], ...under(aspects, 'query'), columns },
    settings: {
      ...Object.fromEntries(passing),
      ...under(aspects, 'settings'),
      ...(Object.keys(layouts).length === 0 ? {} : { layouts }),
    },
  };
}

export function membersOf(aspects: Aspects): readonly string[] {
  return (aspects.get(MEMBERS) ?? []) as readonly string[];
}

function under(aspects: Aspects, prefix: string): JsonObject {
  return Object.fromEntries(
    [...aspects].flatMap(([name, value]) =>
      name.startsWith(`${prefix}/`) ? [[name.slice(prefix.length + 1), value] as const] : [],
    ),
  );
}
