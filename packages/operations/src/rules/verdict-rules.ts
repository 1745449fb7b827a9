import { textOf } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import { refuseClosed } from '../decide/scoring.ts';
import type { EntityRules } from './rules.ts';

/** Only operations of the session write verdicts; what was agreed can be taken back while it is open. */
export const verdictRules: EntityRules = {
  checkUpdate: async (work, record, values) => {
    const session = await work.find(work.entity('scoring'), textOf(record.values['scoring']), { lock: true });
    if (session) refuseClosed(session.values);
    if (Object.keys(values).every((field) => field === 'agreements')) return;
    throw new Refusal('cannot_undo', {
      why: 'What people have seen, they have seen.',
      fix: 'Score the idea again.',
    });
  },
};
