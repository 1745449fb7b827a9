import type { EntityRules } from './rules.ts';

export const themeRules: EntityRules = {
  /** A name that somebody gave stays, whatever words tell the theme tomorrow. */
  prepareUpdate: async (_work, _record, values) =>
    values['label'] === undefined ? values : { ...values, isNamed: true },
};
