import { textOf } from '@throughline/base';
import { keepFinishedOf } from '../decide/scoring.ts';
import { creationRank } from './creation-rank.ts';
import { checkChildren, checkParent } from './check-parent.ts';
import { defaultDescription } from './default-description.ts';
import type { EntityRules } from './rules.ts';
import { checkRequired } from '../records/parse-values.ts';

export const ideaRules: EntityRules = {
  prepare: async (work, values) => {
    checkRequired(
      work.fieldsOf(work.entity('idea')).filter((field) => field.id === 'space'),
      values,
    );
    const fields = work.state.fieldsIn('idea', textOf(values['space']));
    const status = fields.find((field) => field.id === 'status');
    const rank = creationRank(Date.parse(work.now), work.changes.length);
    await checkParent(work, null, values);
    const begun = await defaultDescription(work, values);
    return { status: status?.config.options?.[0]?.key ?? null, rank, ...begun, ...values };
  },
  afterPresence: async (work, { id }) => keepFinishedOf(work, id),
  checkUpdate: async (work, { id, values: before }, values) => {
    const after = { ...before, ...values };
    if ('parent' in values || 'type' in values) await checkParent(work, id, after);
    if ('type' in values) await checkChildren(work, { id, values: after });
  },
};
