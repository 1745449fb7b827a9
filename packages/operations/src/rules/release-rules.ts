import type { EntityRules } from './rules.ts';

/** When it shipped follows from its state, where nobody says another time. */
export const releaseRules: EntityRules = {
  prepare: async (work, values) => ({
    state: 'planned',
    ...(values['state'] === 'shipped' ? { shippedAt: work.now } : {}),
    ...values,
  }),
  prepareUpdate: async (work, record, values) => {
    if (!('state' in values)) return values;
    const shippedAt = values['state'] === 'shipped' ? (record.values['shippedAt'] ?? work.now) : null;
    return { shippedAt, ...values };
  },
};
