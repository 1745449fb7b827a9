import { Refusal } from '@throughline/contract';
import type { Values } from '@throughline/model';
import type { EntityRules } from './rules.ts';

export const connectionRules: EntityRules = {
  prepare: async (_work, values) => {
    checkSettings(values);
    return values;
  },
  checkUpdate: async (_work, _record, values) => checkSettings(values),
};

const MOST = 20;
const LENGTH = 500;

/** Short texts by name; which there are, and their form, the connector says. */
function checkSettings({ settings }: Values): void {
  if (settings === undefined || settings === null) return;
  const isFitting =
    typeof settings === 'object' &&
    !Array.isArray(settings) &&
    Object.keys(settings).length <= MOST &&
    Object.entries(settings).every(
      ([name, text]) => /^[a-zA-Z]{1,40}$/.test(name) && typeof text === 'string' && text.length <= LENGTH,
    );
  if (isFitting) return;
  throw new Refusal('invalid_value', {
    message: 'Settings are texts by name.',
    fix: `Write them as {"subdomain": "acme"}: at most ${MOST}, of ${LENGTH} characters each.`,
    details: { field: 'settings', code: 'not_of_the_form' },
  });
}
