import { textOf } from '@throughline/base';
import { mustStandard, refuseSecond } from '../standard/adopt-standard.ts';
import type { EntityRules } from './rules.ts';

export const adoptionRules: EntityRules = {
  beforeReturn: async (work, { values }) => {
    const standard = await mustStandard(work, textOf(values['standard']));
    await refuseSecond(work, standard, textOf(values['space']));
  },
};
