/** Makes the fields that a file has and the workspace has not, and adds the options its values name. */
import type { JsonObject } from '@throughline/base';
import type { StoredRecord } from '@throughline/db';
import type { Entity, Field, Option } from '@throughline/model';
import { creationRank } from '../rules/creation-rank.ts';
import { findAll } from '../rules/find-one.ts';
import type { Work } from '../work.ts';

export type FieldWrite = {
  readonly field: Field;
  readonly isNew: boolean;
  readonly added: readonly Option[];
};

export type FieldPlace = {
  readonly entity: Entity;
  /** The space to which new fields belong; null where they are for all spaces. */
  readonly home: string | null;
  /** Where the records come to: it may have options of its own. */
  readonly space: string | null;
};

export async function writeFields(
  work: Work,
  { entity, home, space }: FieldPlace,
  writes: readonly FieldWrite[],
): Promise<JsonObject> {
  const type = work.entity('field');
  for (const [index, { field, isNew, added }] of writes.entries()) {
    const named = await findAll(work, type, { entity: entity.name, key: field.key });
    const record = named.find(({ values }) => (values['in'] ?? null) === space) ?? named.find(isWhole);
    if (record) {
      const config = (record.values['config'] ?? {}) as Field['config'];
      const merged = withOptions(config.options ?? field.config.options ?? [], added);
      await work.update(type, record, {
        values: { config: { ...config, options: merged } as unknown as JsonObject },
      });
      continue;
    }
    await work.insert(type, [
      {
        // A built-in field is named by its key; its record has an id of its own.
        ...(isNew ? { id: field.id } : {}),
        values: {
          key: field.key,
          name: field.name,
          entity: entity.name,
          type: field.type,
          config: field.config as unknown as JsonObject,
          rank: creationRank(Date.parse(work.now), index),
          ...(isNew && home !== null ? { in: home } : {}),
        },
      },
    ]);
  }
  return {};
}

function isWhole({ values }: StoredRecord): boolean {
  return values['adapts'] === undefined;
}

function withOptions(options: readonly Option[], added: readonly Option[]): readonly Option[] {
  return [...options, ...added.filter((option) => !options.some((each) => each.key === option.key))];
}
