/** What people gave a record goes over to another one; nobody has two of the same there. */
import { textOf } from '@throughline/base';
import type { StoredRecord } from '@throughline/db';
import type { Values } from '@throughline/model';
import { findAll } from '../rules/find-one.ts';
import type { Work } from '../work.ts';

export type TakeOver = {
  readonly name: 'vote' | 'reaction';
  readonly from: string;
  readonly into: StoredRecord;
  /** Two records with the same answer cannot stand on one idea. */
  readonly same: (values: Values) => string;
};

/** A person who voted for both keeps the heavier vote; what anonymous rounds counted adds up. */
export async function takeOver(work: Work, { name, from, into, same }: TakeOver): Promise<void> {
  const entity = work.entity(name);
  const kept = new Map(
    (await findAll(work, entity, { record: into.id })).map((record) => [same(record.values), record]),
  );
  for (const record of await findAll(work, entity, { record: from })) {
    const twin = kept.get(same(record.values));
    if (!twin) {
      await work.update(entity, record, { values: { record: into.id, space: into.values['space'] ?? null } });
      continue;
    }
    if (name === 'vote' && isCounted(record)) {
      await work.update(entity, twin, { values: addUp(twin, record) });
      await work.remove(entity, record);
      continue;
    }
    const weight = Number(record.values['weight'] ?? 0);
    if (weight > Number(twin.values['weight'] ?? 0))
      await work.update(entity, twin, { values: { weight, points: record.values['points'] ?? null } });
    await work.remove(entity, record);
  }
}

/** The one vote that stands for all of an anonymous round. */
function isCounted({ values }: StoredRecord): boolean {
  return values['person'] === undefined && values['contact'] === undefined;
}

function addUp(one: StoredRecord, other: StoredRecord): Values {
  const sum = (field: string): number => Number(one.values[field] ?? 0) + Number(other.values[field] ?? 0);
  return { weight: sum('weight'), points: sum('points') };
}

/** Of one person each emoji once. */
export async function takeReactions(work: Work, from: string, into: StoredRecord): Promise<void> {
  await takeOver(work, {
    name: 'reaction',
    from,
    into,
    same: (values) => `${textOf(values['person'])} ${textOf(values['emoji'])}`,
  });
}
