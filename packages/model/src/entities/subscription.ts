import { defineEntity } from '../entity.ts';

/** A customer who asked, and confirmed by mail, to be told of a portal's changelog. Whoever left is archived. */
export const subscription = defineEntity({
  name: 'subscription',
  plural: 'subscriptions',
  label: { one: 'subscription', many: 'subscriptions' },
  titleField: 'contact',
  scope: 'space',
  fields: {
    portal: { name: 'Portal', type: 'record', config: { target: 'portal' }, readOnly: true },
    contact: { name: 'Contact', type: 'record', config: { target: 'contact' }, readOnly: true },
    confirmedAt: { name: 'Confirmed', type: 'timestamp', readOnly: true },
  },
  rules: { read: { role: 'viewer' }, archive: { role: 'editor' } },
  visitors: ['create'],
});
