import type { Field } from '@throughline/model';

const widths: Readonly<Record<string, number>> = {
  text: 180,
  'long-text': 240,
  number: 110,
  rating: 110,
  slider: 130,
  checkbox: 84,
  select: 140,
  'multi-select': 180,
  labels: 180,
  date: 110,
  'date-range': 140,
  timestamp: 110,
  person: 150,
  people: 130,
  team: 140,
  company: 160,
  link: 180,
  relation: 200,
  record: 180,
  formula: 110,
  votes: 84,
  reactions: 84,
  counter: 90,
  rollup: 120,
};

/** What a column starts with, in pixels. */
export function startWidth(field: Field, isTitle: boolean): number {
  if (field.id === 'key') return 96;
  return isTitle ? 380 : (widths[field.type] ?? 150);
}
