import { isEqualJson, type Json, type JsonObject } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import type { OperationRequest } from '../execute.ts';
import { present } from '../records/present.ts';
import type { Work } from '../work.ts';
import { mustStandard } from './adopt-standard.ts';
import { checkParts } from './check-parts.ts';
import { mustParts, readerOf, readVersionParts } from './read-adoptions.ts';

/** Makes the draft the newest version, for good. Spaces that adopted the standard are offered it; none is changed. */
export async function publishStandard(work: Work, { id = '', input }: OperationRequest): Promise<JsonObject> {
  const entity = work.entity('standard');
  const found = await work.read(entity, id);
  work.allow(entity, 'publish', found);
  const standard = await mustStandard(work, id);
  const { note = null } = (input ?? {}) as { readonly note?: string };
  const parts = checkParts(work, mustParts(work.model, standard.values['parts'] ?? []));
  const published = JSON.parse(JSON.stringify(parts)) as Json;
  const last = standard.values['version'];
  if (typeof last === 'number') {
    const before = await readVersionParts(readerOf(work), id, last);
    if (isEqualJson(JSON.parse(JSON.stringify(before)) as Json, published))
      throw new Refusal('not_possible', {
        message: `Nothing has changed since version ${last}.`,
        fix: 'Change a part first.',
      });
  }
  const version = (typeof last === 'number' ? last : 0) + 1;
  const { name = null } = standard.values;
  await work.insert(work.entity('standard-version'), [
    { values: { name, standard: id, version, note, parts: published } },
  ]);
  const values = { version, publishedAt: work.now, parts: published };
  const updated = await work.update(entity, standard, { values, verb: 'publish' });
  return present(work.fieldsOf(entity), updated.id, updated.values);
}
