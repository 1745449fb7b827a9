import { t, type MessageKey } from '../messages/area-t.ts';

type NamedType = MessageKey & `type.${string}`;

const names = {
  text: 'type.text',
  number: 'type.number',
  rating: 'type.rating',
  slider: 'type.slider',
  checkbox: 'type.checkbox',
  select: 'type.select',
  'multi-select': 'type.multi-select',
  labels: 'type.labels',
  date: 'type.date',
  'date-range': 'type.date-range',
  timestamp: 'type.timestamp',
  person: 'type.person',
  people: 'type.people',
  team: 'type.team',
  company: 'type.company',
  link: 'type.link',
  formula: 'type.formula',
  votes: 'type.votes',
  relation: 'type.relation',
  rollup: 'type.rollup',
  document: 'type.document',
  'long-text': 'type.long-text',
} as const satisfies Readonly<Record<string, NamedType>>;

/** What a field type is called; one that this build does not know keeps its own name. */
export function typeName(type: string): string {
  const known: Readonly<Record<string, NamedType>> = names;
  const key = known[type];
  return key === undefined ? type : t(key);
}
