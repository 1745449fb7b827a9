import { currentDay, type Day } from '@throughline/ui';
import type { Field, FieldLookups, FieldOption, Lookup, LookupItem } from '../fields/field-component.ts';
import { locale } from '../messages/t.ts';
import { ideaTitle } from './example-words.ts';

function makeLookup(items: readonly LookupItem[]): Lookup {
  const byId = new Map(items.map((item) => [item.id, item]));
  return { find: (id) => byId.get(id), all: () => items };
}

const names = (prefix: string, list: readonly string[]) =>
  list.map((name, index) => ({ id: `${prefix}_${index}`, name }));

export const examplePeople = names('person', [
  'Ines Carvalho',
  'Tom Okafor',
  'Mei Lindqvist',
  'Ruben Haddad',
  'Ada Wójcik',
  'Priya Raman',
  'Jonas Feld',
  'Léa Fontaine',
]);

const exampleRecords = makeLookup(
  Array.from({ length: 40 }, (_, row) => ({
    id: `idea_${row}`,
    name: ideaTitle(row + 500),
    detail: `PAY-${row + 500}`,
  })),
);

export const exampleLookups: FieldLookups = {
  people: makeLookup(
    examplePeople.map((person) => ({
      ...person,
      detail: `${person.name.split(' ')[0]?.toLowerCase() ?? ''}@harbor.example`,
    })),
  ),
  teams: makeLookup(names('team', ['Payments', 'Onboarding', 'Platform', 'Mobile', 'Reporting'])),
  companies: makeLookup(
    names('company', [
      'Northwind Freight',
      'Kestrel Bank',
      'Alder & Sons',
      'Mistral Energy',
      'Umbra Health',
      'Tessera Retail',
    ]),
  ),
  records: () => exampleRecords,
  labels: () => ['mobile', 'compliance', 'quick win', 'churn risk', 'enterprise'],
  createOption: async (_field: Field, name: string) => name.toLowerCase(),
  locale,
  today: currentDay() satisfies Day,
};

export const statusOptions: readonly FieldOption[] = [
  { key: 'new', name: 'New', color: 'gray' },
  { key: 'exploring', name: 'Exploring', color: 'sky' },
  { key: 'ready', name: 'Ready', color: 'violet' },
  { key: 'building', name: 'Building', color: 'amber' },
  { key: 'shipped', name: 'Shipped', color: 'green' },
  { key: 'parked', name: 'Parked', color: 'brown' },
];

export const horizonOptions: readonly FieldOption[] = [
  { key: 'now', name: 'Now', color: 'pink', emoji: '🔥' },
  { key: 'next', name: 'Next', color: 'blue' },
  { key: 'later', name: 'Later', color: 'teal' },
];

export const segmentOptions: readonly FieldOption[] = [
  { key: 'smb', name: 'Small business', color: 'lime' },
  { key: 'mid', name: 'Mid-market', color: 'orange' },
  { key: 'ent', name: 'Enterprise', color: 'red' },
];
