/** What a space has already that is like a part: it becomes the standard's instead of standing beside a twin. */
import { textOf } from '@throughline/base';
import type { StoredRecord } from '@throughline/db';
import { diffPart, type StandardPart } from '@throughline/model';
import { findAll } from '../rules/find-one.ts';
import type { Work } from '../work.ts';
import { DESCRIPTIONS } from '../blueprint/description-content.ts';
import type { FieldPlans } from './plan-fields.ts';
import { readerOf } from './read-adoptions.ts';
import { contentOf } from './read-parts.ts';

export type Alike = { readonly find: (part: StandardPart) => StoredRecord | undefined };

export type AlikeAsked = {
  readonly space: string;
  /** What belongs to other standards. */
  readonly taken: ReadonlyMap<string, string>;
  readonly plans: FieldPlans;
};

export async function findAlike(work: Work, { space, taken, plans }: AlikeAsked): Promise<Alike> {
  const views = await findAll(work, work.entity('view'), { space, roadmap: null, archivedAt: null });
  const texts = await findAll(work, work.entity(DESCRIPTIONS), { space, archivedAt: null });
  const free = {
    view: views.filter(({ id, values }) => !taken.has(id) && values['access'] !== 'restricted'),
    description: texts.filter(({ id }) => !taken.has(id)),
    field: [],
  };
  const fields = new Map([...plans.plans].map(([part, { id }]) => [part, id]));
  const used = new Set<string>();
  const isAlike = (part: StandardPart, record: StoredRecord): boolean => {
    if (used.has(record.id) || textOf(record.values['name']) !== part.content.name) return false;
    const { state } = diffPart(part, contentOf(readerOf(plans.work), record, fields));
    return state === 'same' || state === 'extended';
  };
  return {
    find: (part) => {
      const found = free[part.kind].find((record) => isAlike(part, record));
      if (found !== undefined) used.add(found.id);
      return found;
    },
  };
}
