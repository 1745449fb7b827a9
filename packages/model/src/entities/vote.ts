import { defineEntity, PERSONAL_RULES } from '../entity.ts';

/**
 * One person's vote for a record; a second one changes the first. For a votes field that people added, `points` are
 * spent from a budget and `weight` is what they count.
 */
export const vote = defineEntity({
  name: 'vote',
  plural: 'votes',
  label: { one: 'vote', many: 'votes' },
  titleField: 'person',
  scope: 'space',
  hangsOn: 'record',
  ownedBy: 'person',
  fields: {
    record: { name: 'Record', type: 'record', config: { target: '*' }, required: true, fixed: true },
    person: { name: 'Person', type: 'person', readOnly: true },
    contact: { name: 'Contact', type: 'record', config: { target: 'contact' }, fixed: true },
    weight: { name: 'Weight', type: 'number', config: { min: 1, max: 100 } },
    points: { name: 'Points', type: 'number', config: { min: 1, max: 1000 } },
    note: { name: 'Note', type: 'text', config: { length: 1000 } },
    /** The votes field it is for; the built-in one where it is empty. */
    field: { name: 'Field', type: 'record', config: { target: 'field' }, fixed: true },
    round: { name: 'Round', type: 'record', config: { target: 'round' }, readOnly: true },
  },
  rules: PERSONAL_RULES,
  visitors: ['create', 'delete'],
});
