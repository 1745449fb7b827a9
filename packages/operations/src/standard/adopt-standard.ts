import { textOf, type JsonObject } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import type { StoredRecord } from '@throughline/db';
import { authorise } from '../access/authorise.ts';
import type { OperationRequest } from '../execute.ts';
import { present } from '../records/present.ts';
import { resolveSpace } from '../records/resolve-references.ts';
import { findOne } from '../rules/find-one.ts';
import type { Work } from '../work.ts';
import { planParts, shownPlan } from './plan-parts.ts';
import { readerOf, readVersionParts } from './read-adoptions.ts';
import { adoptionValues, writeParts } from './write-parts.ts';

type AdoptInput = { readonly standard: string; readonly space: string; readonly dry?: boolean };

/**
 * Gives a space the newest version of a standard. Answers in `plan` what becomes of each part; `dry` only answers. Two
 * who adopt at once come one after the other: the second finds what the first made.
 */
export async function adoptStandard(work: Work, { input }: OperationRequest): Promise<JsonObject> {
  const entity = work.entity('adoption');
  const { standard: id, space: wanted, dry = false } = input as AdoptInput;
  const standard = await mustStandard(work, id);
  const space = resolveSpace(work, wanted);
  authorise(work.state, work.actor, { entity, verb: 'create', subject: { space } });
  await refuseSecond(work, standard, space);
  const next = await readVersionParts(readerOf(work), id, standard.values['version']);
  const asked = { standard: id, space, next, base: [], adoption: undefined, take: [] };
  const plan = await planParts(work, asked);
  const shown = { plan: shownPlan(plan) };
  if (dry) return { id: '', standard: id, space, version: standard.values['version'] ?? 0, ...shown };
  const adopted = await writeParts(work, { standard: id, space, plan });
  const values = { standard: id, space, ...adoptionValues(adopted, standard) };
  const [made] = await work.insert(entity, [{ values }]);
  return { ...present(work.fieldsOf(entity), made?.id ?? '', made?.values ?? {}), ...shown };
}

/** Locked, so that versions and adoptions of it come one after the other. */
export async function mustStandard(work: Work, id: string): Promise<StoredRecord> {
  const standard = await work.read(work.entity('standard'), id, { lock: true });
  if (standard.values['archivedAt'] === undefined) return standard;
  throw new Refusal('not_possible', {
    message: `The standard “${textOf(standard.values['name'])}” is archived.`,
    fix: 'Restore it first, or choose another.',
  });
}

export async function refuseSecond(work: Work, { id, values }: StoredRecord, space: string): Promise<void> {
  const known = await findOne(work, work.entity('adoption'), { standard: id, space });
  if (known === undefined) return;
  throw new Refusal('already_exists', {
    message: `The space has adopted “${textOf(values['name'])}” already.`,
    fix: 'Take its newest version instead.',
    details: { adoption: known.id },
  });
}
