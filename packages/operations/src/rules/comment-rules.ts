import type { Json } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import type { Values } from '@throughline/model';
import { mustBeForPortal } from '../portal/approve-comment.ts';
import { excerptOf, withRecordSpace } from './record-space.ts';
import type { EntityRules } from './rules.ts';

/** `@[Ada Lovelace](person_…)` */
const MENTION = /@\[[^\]]*\]\((person_[0-9a-z]{26})\)/g;

export const commentRules: EntityRules = {
  prepare: async (work, values) => {
    const placed = await withRecordSpace(work, values);
    if (typeof values['parent'] === 'string') {
      const parent = await work.find(work.entity('comment'), values['parent']);
      if (parent?.values['record'] !== values['record']) {
        throw new Refusal('invalid_value', {
          message: 'The answer belongs to another record.',
          details: { field: 'parent', code: 'other_record' },
        });
      }
    }
    await mustBeForPortal(work, { id: '', values: placed }, placed);
    return withDerived(placed, values);
  },
  prepareUpdate: async (work, record, values) => {
    await mustBeForPortal(work, record, values);
    return withDerived(values, values);
  },
};

function withDerived(values: Values, given: Values): Values {
  const body = values['body'];
  if (typeof body !== 'string') return values;
  const mentioned = [...body.matchAll(MENTION)].map((match) => match[1] as string);
  const mentions: Json = [...new Set([...((given['mentions'] ?? []) as readonly string[]), ...mentioned])];
  return {
    ...values,
    excerpt: excerptOf(body.replace(MENTION, (text) => text.slice(0, text.indexOf(']')).replace('[', ''))),
    ...(mentions.length > 0 ? { mentions } : {}),
  };
}
