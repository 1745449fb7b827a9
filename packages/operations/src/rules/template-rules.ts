import type { Json } from '@throughline/base';
import type { Values } from '@throughline/model';
import { mustBlueprint } from '../blueprint/must-blueprint.ts';
import type { Work } from '../work.ts';
import type { EntityRules } from './rules.ts';

export const templateRules: EntityRules = {
  prepare: async (work, values) => withBlueprint(work, values),
  prepareUpdate: async (work, _record, values) => withBlueprint(work, values),
};

/** Kept in its normal form. */
function withBlueprint(work: Work, values: Values): Values {
  const given = values['blueprint'] ?? null;
  if (given === null) return values;
  return { ...values, blueprint: mustBlueprint(work.model, given) as unknown as Json };
}
