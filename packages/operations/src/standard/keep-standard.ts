/**
 * What a standard keeps in the spaces that adopted it: its author says for each part whether a space may add to it or
 * have it otherwise. Asked by the rules of fields, views and description templates, so that no way to write, take back
 * or archive gets round it.
 */
import { isEqualJson, textOf } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import type { StoredRecord } from '@throughline/db';
import {
  diffPart,
  isWithin,
  type AdoptedPart,
  type FieldConfig,
  type StandardPart,
  type Values,
} from '@throughline/model';
import type { Work } from '../work.ts';
import { meaningOf } from '../blueprint/field-content.ts';
import {
  adoptedParts,
  fieldsOfParts,
  readByIds,
  readerOf,
  readVersionParts,
  readWhere,
} from './read-adoptions.ts';
import { contentOf } from './read-parts.ts';

type Kept = {
  readonly adoption: StoredRecord;
  readonly adopted: AdoptedPart;
  /** Other spaces have the same field. */
  readonly isEverywhere?: boolean;
};

/** What parts say: changes of anything else are the space's own matter. */
const SAID = new Set([
  'name',
  'about',
  'config',
  'layout',
  'query',
  'settings',
  'emoji',
  'body',
  'forType',
  'isDefault',
]);

/** Refuses values that would take a record further from its standard than the author allows. */
export async function mustKeepStandard(work: Work, record: StoredRecord, values: Values): Promise<void> {
  if ((values['archivedAt'] ?? null) !== null) return mustNotBeKept(work, record);
  if (!Object.keys(values).some((field) => SAID.has(field))) return;
  await mustBeFree(work, record, values);
  const kept = await findKept(work, record);
  if (kept === undefined || kept.adopted.freedom === 'override') return;
  const { adoption, adopted } = kept;
  const standard = await partOf(work, kept);
  if (standard === undefined) return;
  const next = { id: record.id, values: without({ ...record.values, ...values }) };
  const reader = readerOf(work);
  const content = contentOf(reader, next, fieldsOfParts(adoptedParts(adoption)));
  const { state } = diffPart(standard, content);
  if (isWithin(adopted.freedom, state)) return;
  throw keptRefusal(textOf(standard.content.name), kept);
}

/** Refuses to take away what a standard says must be there. */
export async function mustNotBeKept(work: Work, record: StoredRecord): Promise<void> {
  await mustBeFree(work, record, {});
  const kept = await findKept(work, record);
  if (kept === undefined || kept.adopted.freedom === 'override') return;
  throw keptRefusal(textOf(record.values['name'] ?? 'This'), kept);
}

/** A field that is for more than one space changes its meaning in all that have it from a standard, or in none. */
async function mustBeFree(work: Work, record: StoredRecord, next: Values): Promise<void> {
  const { id, values } = record;
  if (work.model.entityOfId(id)?.name !== 'field' || values['in'] !== undefined) return;
  const isArchiving = Object.keys(next).length === 0;
  const configs = [values['config'], next['config'] ?? values['config']] as readonly FieldConfig[];
  const [before, after] = configs.map((config) => meaningOf(config ?? {}));
  if (!isArchiving && values['standard'] === undefined && isEqualJson(before ?? {}, after ?? {})) return;
  for (const adaptation of await readWhere(readerOf(work), 'field', ['adapts', id])) {
    const kept = await findKept(work, adaptation);
    if (kept !== undefined) throw keptRefusal(textOf(values['name']), { ...kept, isEverywhere: true });
  }
}

async function findKept(work: Work, { id, values }: StoredRecord): Promise<Kept | undefined> {
  const space = values['in'] ?? values['space'];
  if (typeof space !== 'string') return undefined;
  const reader = readerOf(work);
  const adoptions = await readWhere(reader, 'adoption', ['space', space]);
  for (const adoption of adoptions) {
    const adopted = adoptedParts(adoption).find(({ record }) => record === id);
    if (adopted === undefined) continue;
    const standard = textOf(adoption.values['standard']);
    // An archived standard keeps nothing any more.
    if ((await readByIds(reader, 'standard', [standard])).size === 0) return undefined;
    return { adoption, adopted };
  }
  return undefined;
}

async function partOf(work: Work, { adoption, adopted }: Kept): Promise<StandardPart | undefined> {
  const { standard, version } = adoption.values;
  const parts = await readVersionParts(readerOf(work), textOf(standard), version);
  return parts.find(({ id }) => id === adopted.part);
}

function keptRefusal(name: string, { adoption, adopted, isEverywhere = false }: Kept): Refusal {
  const standard = textOf(adoption.values['name']);
  return new Refusal('not_possible', {
    message: `“${name}” is kept by the standard “${standard}”.`,
    why: isEverywhere
      ? 'It means the same in all spaces that adopted the standard.'
      : adopted.freedom === 'extend'
        ? 'Its author lets spaces add to it, and not change or remove what the standard says.'
        : 'Its author wants it the same in all spaces.',
    fix: isEverywhere
      ? 'Change it in the standard, and publish a version.'
      : 'Ask the author of the standard for a new version, or leave the standard in the space’s settings.',
    details: { code: 'kept_by_standard', standard: textOf(adoption.values['standard']), part: adopted.part },
  });
}

function without(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}
