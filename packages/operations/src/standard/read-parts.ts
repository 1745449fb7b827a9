/** What stands for the parts of a standard in a space, as it is now. */
import { textOf } from '@throughline/base';
import type { StoredRecord } from '@throughline/db';
import type { AdoptedPart, FieldConfig, PartContent } from '@throughline/model';
import { descriptionContent, DESCRIPTIONS } from '../blueprint/description-content.ts';
import { fieldContent } from '../blueprint/field-content.ts';
import { makePartNames, type PartFields, type PartNames } from '../blueprint/part-names.ts';
import { fieldsOfParts, readByIds, type PartReader } from './read-adoptions.ts';
import { viewContent } from '../blueprint/view-content.ts';

/** By part; those whose record is gone are left out. */
export async function readParts(
  reader: PartReader,
  parts: readonly AdoptedPart[],
): Promise<ReadonlyMap<string, PartContent>> {
  const ids = parts.flatMap(({ record }) => record ?? []);
  const fields = fieldsOfParts(parts);
  const records = new Map<string, StoredRecord>();
  for (const entity of ['field', 'view', DESCRIPTIONS])
    for (const [id, record] of await readByIds(reader, entity, ids)) records.set(id, record);
  return new Map(
    parts.flatMap(({ part, record: id }) => {
      const record = id === null ? undefined : records.get(id);
      const content = record && contentOf(reader, record, fields);
      return content === undefined ? [] : [[part, content] as const];
    }),
  );
}

/** A record of a space as a part; undefined where it is none that a standard can have. */
export function contentOf(
  reader: PartReader,
  record: StoredRecord,
  fields: PartFields,
): PartContent | undefined {
  const names = makePartNames(reader, fields);
  const entity = reader.model.entityOfId(record.id)?.name;
  if (entity === 'view') return viewContent(names, record.values);
  if (entity === DESCRIPTIONS) return descriptionContent(record.values);
  return entity === 'field' ? fieldHere(reader, record, names) : undefined;
}

function fieldHere(
  { state }: PartReader,
  { id, values }: StoredRecord,
  names: PartNames,
): PartContent | undefined {
  const entity = textOf(values['entity']);
  const whole = state.fieldsOf(entity).find((field) => field.id === (values['adapts'] ?? id));
  if (whole === undefined) return undefined;
  const config = { ...whole.config, ...((values['config'] ?? {}) as FieldConfig) };
  const field = { ...whole, name: textOf(values['name'] ?? whole.name), config };
  return fieldContent(names, { entity, field, about: values['about'] });
}
