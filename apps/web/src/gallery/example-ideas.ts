import type { Field } from '../fields/field-component.ts';
import { horizonOptions, segmentOptions, statusOptions } from './example-lookups.ts';
import { chance, choose, ideaTitle } from './example-words.ts';

export interface ExampleField {
  readonly id: string;
  readonly width: number;
  readonly field: Field;
  readonly valueOf: (row: number) => unknown;
}

const money = { style: 'currency', currency: 'EUR' } as const;
const whole = (row: number, purpose: number, below: number) => Math.floor(chance(row, purpose) * below);
const day = (row: number, purpose: number) =>
  new Date(Date.UTC(2026, whole(row, purpose, 14), 1 + whole(row, purpose + 1, 28)))
    .toISOString()
    .slice(0, 10);

function range(row: number): unknown {
  if (chance(row, 40) < 0.4) return null;
  const quarter = whole(row, 41, 4);
  const end = new Date(Date.UTC(2026, quarter * 3 + 3, 0)).toISOString().slice(0, 10);
  return { start: `2026-${String(quarter * 3 + 1).padStart(2, '0')}-01`, end, precision: 'quarter' };
}

function rice(row: number): number {
  return (
    ((1 + whole(row, 20, 900)) * (1 + whole(row, 21, 5)) * (whole(row, 22, 10) / 10)) /
    (1 + whole(row, 23, 12))
  );
}

/** One field of every type. */
export const exampleFields: readonly ExampleField[] = [
  { id: 'title', width: 380, field: { name: 'Idea', type: 'text' }, valueOf: ideaTitle },
  {
    id: 'status',
    width: 116,
    field: { name: 'Status', type: 'select', options: statusOptions },
    valueOf: statusOf,
  },
  {
    id: 'horizon',
    width: 104,
    field: { name: 'Horizon', type: 'select', options: horizonOptions },
    valueOf: (row) => (chance(row, 6) < 0.3 ? null : choose(['now', 'next', 'later'], row, 7)),
  },
  {
    id: 'rice',
    width: 84,
    field: { name: 'RICE', type: 'formula', number: { style: 'plain', decimals: 1 }, readOnly: true },
    valueOf: rice,
  },
  {
    id: 'impact',
    width: 104,
    field: { name: 'Impact', type: 'rating', max: 5 },
    valueOf: (row) => whole(row, 21, 6),
  },
  {
    id: 'confidence',
    width: 128,
    field: { name: 'Confidence', type: 'slider', max: 100 },
    valueOf: (row) => whole(row, 22, 10) * 10,
  },
  {
    id: 'owner',
    width: 148,
    field: { name: 'Owner', type: 'person' },
    valueOf: (row) => (chance(row, 9) < 0.15 ? null : `person_${whole(row, 10, 8)}`),
  },
  {
    id: 'segments',
    width: 208,
    field: { name: 'Segments', type: 'multi-select', options: segmentOptions },
    valueOf: (row) => ['smb', 'mid', 'ent'].filter((_, at) => chance(row, 12 + at) < 0.4),
  },
  {
    id: 'revenue',
    width: 116,
    field: { name: 'Revenue behind', type: 'rollup', number: money, readOnly: true },
    valueOf: (row) => ({ amount: whole(row, 15, 4000) * 10_000, currency: 'EUR' }),
  },
  {
    id: 'insights',
    width: 80,
    field: { name: 'Insights', type: 'counter', readOnly: true },
    valueOf: (row) => Math.floor(chance(row, 16) ** 4 * 60),
  },
  {
    id: 'votes',
    width: 72,
    field: { name: 'Votes', type: 'votes', max: 3 },
    valueOf: (row) => ({ total: whole(row, 17, 40), mine: chance(row, 18) < 0.2 ? 1 : 0 }),
  },
  { id: 'target', width: 128, field: { name: 'Target', type: 'date-range' }, valueOf: range },
  {
    id: 'due',
    width: 96,
    field: { name: 'Decide by', type: 'date' },
    valueOf: (row) => (chance(row, 30) < 0.5 ? null : day(row, 31)),
  },
  {
    id: 'effort',
    width: 88,
    field: { name: 'Effort', type: 'number', number: { style: 'plain' } },
    valueOf: (row) => 1 + whole(row, 23, 12),
  },
  {
    id: 'cost',
    width: 96,
    field: { name: 'Budget', type: 'number', number: money },
    valueOf: (row) =>
      chance(row, 24) < 0.5 ? null : { amount: whole(row, 25, 90) * 100_000, currency: 'EUR' },
  },
  {
    id: 'share',
    width: 88,
    field: { name: 'Reach', type: 'number', number: { style: 'percent' } },
    valueOf: (row) => whole(row, 26, 100),
  },
  {
    id: 'commit',
    width: 84,
    field: { name: 'Promised', type: 'checkbox' },
    valueOf: (row) => chance(row, 27) < 0.25,
  },
  {
    id: 'team',
    width: 128,
    field: { name: 'Team', type: 'team' },
    valueOf: (row) => `team_${whole(row, 28, 5)}`,
  },
  {
    id: 'people',
    width: 112,
    field: { name: 'People', type: 'people' },
    valueOf: (row) => Array.from({ length: whole(row, 33, 5) }, (_, at) => `person_${(row + at) % 8}`),
  },
  {
    id: 'company',
    width: 160,
    field: { name: 'Asked by', type: 'company' },
    valueOf: (row) => (chance(row, 34) < 0.4 ? null : `company_${whole(row, 35, 6)}`),
  },
  {
    id: 'labels',
    width: 192,
    field: { name: 'Labels', type: 'labels' },
    valueOf: (row) =>
      ['mobile', 'compliance', 'quick win', 'churn risk'].filter((_, at) => chance(row, 36 + at) < 0.25),
  },
  {
    id: 'spec',
    width: 176,
    field: { name: 'Document', type: 'link' },
    valueOf: (row) =>
      chance(row, 42) < 0.6
        ? null
        : { url: `https://docs.harbor.example/pay-${row}`, title: `Brief PAY-${row}` },
  },
  {
    id: 'related',
    width: 220,
    field: { name: 'Related', type: 'relation' },
    valueOf: (row) => (chance(row, 43) < 0.6 ? [] : [`idea_${whole(row, 44, 40)}`]),
  },
  {
    id: 'reactions',
    width: 128,
    field: { name: 'Reactions', type: 'reactions' },
    valueOf: (row) =>
      chance(row, 45) < 0.6
        ? []
        : [
            { emoji: '👍', count: 1 + whole(row, 46, 9), mine: row % 5 === 0 },
            { emoji: '🎉', count: whole(row, 47, 4), mine: false },
          ],
  },
];

export function statusOf(row: number): string {
  const at = Math.floor(chance(row, 5) ** 1.6 * statusOptions.length);
  return statusOptions[at]?.key ?? 'new';
}
