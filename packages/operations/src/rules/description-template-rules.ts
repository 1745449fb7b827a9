import { textOf } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import type { StoredRecord } from '@throughline/db';
import type { Values } from '@throughline/model';
import { mustKeepStandard, mustNotBeKept } from '../standard/keep-standard.ts';
import type { Work } from '../work.ts';
import { creationRank } from './creation-rank.ts';
import { findAll } from './find-one.ts';
import type { EntityRules } from './rules.ts';

export const descriptionTemplateRules: EntityRules = {
  prepare: async (work, values) => {
    checkType(work, values, values['space']);
    return { rank: creationRank(Date.parse(work.now), work.changes.length), ...values };
  },
  prepareUpdate: async (work, record, values) => {
    checkType(work, values, record.values['space']);
    return values;
  },
  checkUpdate: async (work, record, values) => mustKeepStandard(work, record, values),
  beforeArchive: async (work, record) => mustNotBeKept(work, record),
  afterCreate: keepOneDefault,
  afterUpdate: async (work, _before, after) => keepOneDefault(work, after),
};

function checkType(work: Work, values: Values, space: Values[string] | undefined): void {
  const given = values['forType'];
  if (typeof given !== 'string') return;
  const options =
    work.state.fieldsIn('idea', textOf(space)).find(({ id }) => id === 'type')?.config.options ?? [];
  if (options.some(({ key }) => key === given)) return;
  throw new Refusal('invalid_value', {
    message: `There is no type “${given.slice(0, 60)}” of ideas.`,
    fix: `Take one of ${options.map(({ key }) => key).join(', ')}, or leave it empty for all.`,
    details: { field: 'forType', code: 'unknown_type' },
  });
}

/** Of a type, and of all types, a space has one at most that new ideas begin with: the last that was chosen. */
async function keepOneDefault(work: Work, { id, values }: StoredRecord): Promise<void> {
  if (values['isDefault'] !== true) return;
  const entity = work.entity('description-template');
  const others = await findAll(work, entity, {
    space: values['space'] ?? null,
    isDefault: true,
    archivedAt: null,
  });
  for (const other of others) {
    const isSameType = textOf(other.values['forType']) === textOf(values['forType']);
    if (other.id !== id && isSameType) await work.update(entity, other, { values: { isDefault: false } });
  }
}
