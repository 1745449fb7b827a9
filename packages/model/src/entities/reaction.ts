import { defineEntity } from '../entity.ts';

/** One person's emoji on a record. */
export const reaction = defineEntity({
  name: 'reaction',
  plural: 'reactions',
  label: { one: 'reaction', many: 'reactions' },
  titleField: 'emoji',
  scope: 'space',
  hangsOn: 'record',
  ownedBy: 'person',
  fields: {
    record: { name: 'Record', type: 'record', config: { target: '*' }, required: true, fixed: true },
    person: { name: 'Person', type: 'person', readOnly: true },
    emoji: { name: 'Emoji', type: 'text', required: true, config: { length: 20 } },
  },
  rules: {
    read: { role: 'viewer' },
    create: { role: 'viewer' },
    delete: { role: 'admin', own: 'viewer' },
  },
});
