import { defineEntity } from '../entity.ts';

/**
 * A vote in an anonymous round. Who gave it is known to the database alone, so that he can change it, and until the
 * round is closed: then ballots are counted and deleted. The log names nobody.
 */
export const ballot = defineEntity({
  name: 'ballot',
  plural: 'ballots',
  label: { one: 'ballot', many: 'ballots' },
  titleField: 'record',
  scope: 'space',
  ownedBy: 'person',
  hasSecretAuthors: true,
  fields: {
    round: { name: 'Round', type: 'record', config: { target: 'round' }, required: true, fixed: true },
    record: { name: 'Record', type: 'record', config: { target: '*' }, required: true, fixed: true },
    points: { name: 'Points', type: 'number', config: { min: 1, max: 1000 } },
    note: { name: 'Note', type: 'text', config: { length: 1000 } },
    weight: { name: 'Weight', type: 'number', readOnly: true, hidden: true },
    person: { name: 'Person', type: 'person', readOnly: true, hidden: true },
  },
  rules: {
    read: { role: 'nobody', own: 'contributor' },
    create: { role: 'contributor' },
    update: { role: 'nobody', own: 'contributor' },
    delete: { role: 'nobody', own: 'contributor' },
  },
  exposure: { sync: false, webhook: false, automation: false },
});
