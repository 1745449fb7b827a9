import { textOf, type Json } from '@throughline/base';
import type { StandardPart, Values } from '@throughline/model';
import { captureParts } from '../standard/capture-parts.ts';
import { mustParts } from '../standard/read-adoptions.ts';
import type { Work } from '../work.ts';
import type { EntityRules } from './rules.ts';

export const standardRules: EntityRules = {
  prepare: async (work, values) => ({
    ...(work.actor.person === null ? {} : { owner: work.actor.person }),
    ...values,
    parts: await draftOf(work, values, []),
  }),
  prepareUpdate: async (work, record, values) => {
    if (!('parts' in values) && (values['source'] ?? null) === null) return values;
    const before = mustParts(work.model, record.values['parts'] ?? []);
    return { ...values, parts: await draftOf(work, values, before) };
  },
};

/** The parts as given, else as the space that is named is set up; read, so that none is kept that cannot be. */
async function draftOf(work: Work, values: Values, before: readonly StandardPart[]): Promise<Json> {
  const { parts, source } = values;
  const given =
    parts === undefined && typeof source === 'string'
      ? await captureParts(work, textOf(source), before)
      : mustParts(work.model, parts ?? []);
  return JSON.parse(JSON.stringify(given)) as Json;
}
