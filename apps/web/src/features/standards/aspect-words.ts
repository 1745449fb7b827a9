/** A difference between a part and its standard, in words. */
import type { Json } from '@throughline/base';
import { fromReferences, type Difference } from '@throughline/model';
import { parseExpression, printExpression, type Schema } from '@throughline/view';
import { t } from '../../messages/area-t.ts';

export interface AspectWords {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
}

const plain = {
  name: 'standard.aspect.name',
  about: 'standard.aspect.about',
  type: 'standard.aspect.type',
  layout: 'standard.aspect.layout',
  members: 'standard.aspect.members',
  body: 'standard.aspect.body',
  emoji: 'standard.aspect.emoji',
  forType: 'standard.aspect.forType',
  isDefault: 'standard.aspect.isDefault',
  'query/where': 'standard.aspect.where',
  'query/order': 'standard.aspect.order',
  'query/group': 'standard.aspect.group',
  'config/expression': 'standard.aspect.expression',
} as const;

export function aspectWords({ aspect, before, after }: Difference, schema: Schema): AspectWords {
  const word = (value: Json): string | null => (value === null ? null : valueWords(aspect, value, schema));
  const known = Object.entries(plain).find(([name]) => name === aspect)?.[1];
  const [kind = '', ...rest] = aspect.split('/');
  const name = rest.join('/');
  const said = { before: word(before), after: word(after) };
  if (known !== undefined) return { label: t(known), ...said };
  if (kind === 'option') return { label: t('standard.aspect.option'), ...said };
  if (kind === 'column') return { label: t('standard.aspect.column'), ...said };
  const label = kind === 'config' ? t('standard.aspect.config') : t('standard.aspect.settings');
  return { label: name === '' ? label : `${label}: ${name}`, ...said };
}

function valueWords(aspect: string, value: Json, schema: Schema): string {
  if (aspect.startsWith('option/')) return optionWords(value);
  if (aspect.startsWith('column/')) return typeof value === 'string' ? fieldName(value, schema) : '';
  if (aspect === 'members' && Array.isArray(value))
    return value.map((member) => memberName(String(member), schema)).join(', ');
  if (aspect === 'query/where') return conditionWords(value, schema);
  if ((aspect === 'query/order' || aspect === 'query/group') && Array.isArray(value))
    return value.map((each) => sortWords(each, schema)).join(', ');
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  return t('standard.changed');
}

/** “Now 🔥 (blue, active, 3)”: what an option is, beside its name. */
function optionWords(value: Json): string {
  const { name, emoji, parents, ...rest } = value as Readonly<Record<string, Json>>;
  const marks = [...Object.values(rest), ...(Array.isArray(parents) ? parents : [])]
    .filter((mark) => mark !== null && typeof mark !== 'object')
    .map(String);
  const called = [name, emoji].filter((text) => typeof text === 'string').join(' ');
  return marks.length === 0 ? called : `${called} (${marks.join(', ')})`;
}

function memberName(member: string, schema: Schema): string {
  const name = member.slice(member.indexOf('/') + 1);
  return member.startsWith('column/') ? fieldName(name, schema) : name;
}

/** Parts name fields by key, custom ones as `field:<key>`. */
function fieldName(reference: string, schema: Schema): string {
  const key = reference.replace(/^field:/, '');
  return schema.findField(key)?.name ?? key;
}

function conditionWords(value: Json, schema: Schema): string {
  const parsed = parseExpression(fromReferences(value, (key) => schema.findField(key)?.id));
  return parsed.ok ? printExpression(parsed.value, schema) : t('standard.changed');
}

function sortWords(value: Json, schema: Schema): string {
  const { by, direction } = value as {
    readonly by?: { readonly field?: string };
    readonly direction?: string;
  };
  const name = fieldName(by?.field ?? '', schema);
  return direction === 'descending' ? `${name} ↓` : `${name} ↑`;
}
