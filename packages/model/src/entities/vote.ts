import { defineEntity, PERSONAL_RULES } from '../entity.ts';

/** One person's vote for a record; a second one changes the first. */
export const vote = defineEntity({
  name: 'vote',
  plural: 'votes',
  label: { one: 'vote', many: 'votes' },
  titleField: 'person',
  scope: 'space',
  ownedBy: 'person',
  fields: {
    record: { name: 'Record', type: 'record', config: { target: '*' }, required: true, fixed: true },
    person: { name: 'Person', type: 'person', readOnly: true },
    contact: { name: 'Contact', type: 'record', config: { target: 'contact' }, fixed: true },
    weight: { name: 'Weight', type: 'number', config: { min: 1, max: 100 } },
    note: { name: 'Note', type: 'text', config: { length: 1000 } },
  },
  rules: PERSONAL_RULES,
});
