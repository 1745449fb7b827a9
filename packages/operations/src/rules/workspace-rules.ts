import { textOf } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import { isZone } from '../import/parse-date.ts';
import type { EntityRules } from './rules.ts';

export const workspaceRules: EntityRules = {
  prepareUpdate: async (_work, _record, values) => {
    const { zone, currency } = values;
    if (zone !== undefined && !isZone(textOf(zone))) throw unfit('zone', 'Europe/Berlin');
    if (currency !== undefined && !/^[A-Z]{3}$/.test(textOf(currency))) throw unfit('currency', 'EUR');
    return values;
  },
};

function unfit(field: string, example: string): Refusal {
  return new Refusal('invalid_value', {
    message: `There is no such ${field}.`,
    fix: `Use a name such as ${example}.`,
    details: { field, code: `unknown_${field}` },
  });
}
