import { defineEntity, PERSONAL_RULES } from '../entity.ts';

/** One person's answer on two records of a pairwise ranking; another answer on the same two takes its place. */
export const comparison = defineEntity({
  name: 'comparison',
  plural: 'comparisons',
  label: { one: 'comparison', many: 'comparisons' },
  titleField: 'winner',
  scope: 'space',
  ownedBy: 'person',
  fields: {
    ranking: {
      name: 'Ranking',
      type: 'record',
      config: { target: 'ranking' },
      required: true,
      fixed: true,
    },
    winner: {
      name: 'Before the other',
      type: 'record',
      config: { target: '*' },
      required: true,
      fixed: true,
    },
    loser: { name: 'The other', type: 'record', config: { target: '*' }, required: true, fixed: true },
    person: { name: 'Person', type: 'person', readOnly: true },
  },
  rules: {
    read: PERSONAL_RULES.read,
    create: PERSONAL_RULES.create,
    delete: PERSONAL_RULES.delete,
  },
});
