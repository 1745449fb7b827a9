import type { Values } from '@throughline/model';
import { mustItems } from '../release/checklist-items.ts';
import type { EntityRules } from './rules.ts';

export const checklistRules: EntityRules = {
  prepare: async (_work, values) => withItems(values),
  prepareUpdate: async (_work, _record, values) => withItems(values),
};

function withItems(values: Values): Values {
  return 'items' in values ? { ...values, items: mustItems(values['items']) } : values;
}
