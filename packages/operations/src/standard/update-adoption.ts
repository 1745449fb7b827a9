import { textOf, type JsonObject } from '@throughline/base';
import type { OperationRequest } from '../execute.ts';
import { present } from '../records/present.ts';
import type { Work } from '../work.ts';
import { mustStandard } from './adopt-standard.ts';
import { planParts, shownPlan } from './plan-parts.ts';
import { readerOf, readVersionParts } from './read-adoptions.ts';
import { adoptionValues, writeParts } from './write-parts.ts';

type UpdateInput = { readonly take?: readonly string[]; readonly dry?: boolean };

/**
 * Takes the newest version of a standard over into a space: what is fixed becomes as the standard says, what the space
 * added or was free to change stays. `take` names parts to have as the standard has them all the same; `dry` only
 * answers what would change.
 */
export async function updateAdoption(work: Work, { id = '', input }: OperationRequest): Promise<JsonObject> {
  const entity = work.entity('adoption');
  const found = await work.read(entity, id);
  work.allow(entity, 'update', found);
  const standard = await mustStandard(work, textOf(found.values['standard']));
  const adoption = await work.read(entity, id, { lock: true });
  const { take = [], dry = false } = (input ?? {}) as UpdateInput;
  const space = textOf(adoption.values['space']);
  const reader = readerOf(work);
  const base = await readVersionParts(reader, standard.id, adoption.values['version']);
  const next = await readVersionParts(reader, standard.id, standard.values['version']);
  const plan = await planParts(work, { standard: standard.id, space, next, base, adoption, take });
  const shown = { plan: shownPlan(plan) };
  if (dry) return { ...present(work.fieldsOf(entity), id, adoption.values), ...shown };
  const adopted = await writeParts(work, { standard: standard.id, space, plan });
  const updated = await work.update(entity, adoption, { values: adoptionValues(adopted, standard) });
  return { ...present(work.fieldsOf(entity), updated.id, updated.values), ...shown };
}
