/** The fifteen people of the sample's company and their teams. The first is whoever made the workspace. */
import type { Role } from '@throughline/model';

export type SamplePerson = {
  readonly name: string;
  readonly title: string;
  readonly role: Role;
  readonly team: string;
};

export const SAMPLE_PEOPLE: readonly SamplePerson[] = [
  { name: 'Marta Lindgren', title: 'Head of product', role: 'admin', team: 'Product' },
  { name: 'Tomasz Wrobel', title: 'Product manager, scheduling', role: 'editor', team: 'Product' },
  { name: 'Aisha Bello', title: 'Product manager, payroll', role: 'editor', team: 'Product' },
  { name: 'Julien Carrel', title: 'Product manager, mobile', role: 'editor', team: 'Product' },
  { name: 'Noor Jansen', title: 'Product operations', role: 'editor', team: 'Product' },
  { name: 'Henrik Dahl', title: 'Engineering lead', role: 'editor', team: 'Engineering' },
  { name: 'Sofia Marino', title: 'Engineer', role: 'contributor', team: 'Engineering' },
  { name: 'Kwame Asante', title: 'Engineer', role: 'contributor', team: 'Engineering' },
  { name: 'Yuki Mori', title: 'Product designer', role: 'contributor', team: 'Design' },
  { name: 'Leila Farsi', title: 'User researcher', role: 'contributor', team: 'Design' },
  { name: 'Peter Novotny', title: 'Support lead', role: 'contributor', team: 'Support' },
  { name: 'Grace Kimani', title: 'Support', role: 'contributor', team: 'Support' },
  { name: 'Oliver Stein', title: 'Account executive', role: 'contributor', team: 'Sales' },
  { name: 'Camille Roy', title: 'Customer success', role: 'contributor', team: 'Sales' },
];

export const SAMPLE_SPACES = [
  {
    key: 'SCHED',
    name: 'Scheduling',
    emoji: '🗓️',
    access: 'open',
    about: 'Plans, swaps, absences and the rules behind them.',
    owner: 'Tomasz Wrobel',
  },
  {
    key: 'PAY',
    name: 'Time & payroll',
    emoji: '💶',
    access: 'open',
    about: 'Clocking, surcharges, tips and what payroll gets.',
    owner: 'Aisha Bello',
  },
  {
    key: 'MOB',
    name: 'Employee app',
    emoji: '📱',
    access: 'open',
    about: 'What forty thousand people have in their pocket.',
    owner: 'Julien Carrel',
  },
  {
    key: 'PLAT',
    name: 'Platform',
    emoji: '🧱',
    access: 'limited',
    about: 'Sign-in, integrations, reports, speed.',
    owner: 'Marta Lindgren',
  },
  {
    key: 'STRAT',
    name: 'Strategy',
    emoji: '🧭',
    access: 'private',
    about: 'Where we are going. For the leadership.',
    owner: 'Marta Lindgren',
  },
] as const;

export const SAMPLE_FIELDS = [
  { name: 'Reach', type: 'number', config: { min: 0 } },
  {
    name: 'Impact',
    type: 'select',
    config: {
      options: [
        { key: 'minimal', name: 'Minimal', weight: 0.25, color: 'gray' },
        { key: 'low', name: 'Low', weight: 0.5, color: 'sky' },
        { key: 'medium', name: 'Medium', weight: 1, color: 'blue' },
        { key: 'high', name: 'High', weight: 2, color: 'amber' },
        { key: 'massive', name: 'Massive', weight: 3, color: 'red' },
      ],
    },
  },
  { name: 'Confidence', type: 'number', config: { format: 'percent', min: 0, max: 100 } },
  { name: 'Effort', type: 'number', config: { min: 0 } },
  {
    name: 'RICE',
    type: 'formula',
    config: { expression: 'reach * weight(impact) * confidence / 100 / effort' },
  },
] as const;
