/**
 * Which fields there are, and how each space has them. A field is one for the whole workspace, so that values can be
 * compared; a space may call it otherwise and offer other options. Seen from several spaces at once it has the options
 * of all of them, the workspace's own first.
 */
import { textOf } from '@throughline/base';
import type { StoredRecord } from '@throughline/db';
import type { Entity, Field, FieldConfig, Option, Values } from '@throughline/model';

export type FieldOffers = {
  /** All fields of an entity, built-in first. */
  readonly fieldsOf: (entity: string) => readonly Field[];
  /** The same, each as the space has it. */
  readonly fieldsIn: (entity: string, space: string) => readonly Field[];
  /** Those that spaces of a kind offer, with the options they have. */
  readonly fieldsAmong: (entity: string, isSeen: (space: string) => boolean) => readonly Field[];
  /** By the id of each space that has the field its own way: the field as it has it. */
  readonly waysOf: (entity: string, field: string) => ReadonlyMap<string, Field>;
  /** The space that a field belongs to alone; null for those that are for more than one. */
  readonly homeOf: (field: string) => string | null;
  /** Whether records of the space may have values of the field with this id. */
  readonly isOffered: (field: string, space: string) => boolean;
};

type Adaptation = { readonly space: string; readonly values: Values };

type Offered = {
  readonly field: Field;
  /** The space it belongs to; null where it is for more than one. */
  readonly home: string | null;
  readonly isByStandard: boolean;
  readonly adaptations: readonly Adaptation[];
};

/** `records` are the field records that are not archived, in the order of their ids. */
export function makeFieldOffers(entities: readonly Entity[], records: readonly StoredRecord[]): FieldOffers {
  const byEntity = new Map(
    entities.map((entity) => [
      entity.name,
      offersOf(
        entity,
        records.filter(({ values }) => values['entity'] === entity.name),
      ),
    ]),
  );
  const offers = (entity: string): readonly Offered[] => byEntity.get(entity) ?? [];
  const all = new Map(
    entities.map(({ name }) => [name, offers(name).map((each) => unite(each, () => true))]),
  );
  const custom = new Map([...byEntity.values()].flat().map((each) => [each.field.id, each]));
  const inSpaces = new Map<string, readonly Field[]>();
  return {
    fieldsOf: (entity) => all.get(entity) ?? [],
    fieldsIn: (entity, space) => {
      const name = `${entity} ${space}`;
      const fields = inSpaces.get(name) ?? offers(entity).map((each) => adapt(each, space));
      inSpaces.set(name, fields);
      return fields;
    },
    fieldsAmong: (entity, isSeen) =>
      offers(entity)
        .filter(({ home, isByStandard, adaptations }) =>
          isByStandard ? adaptations.some(({ space }) => isSeen(space)) : home === null || isSeen(home),
        )
        .map((each) => unite(each, isSeen)),
    waysOf: (entity, id) => {
      const offered = offers(entity).find(({ field }) => field.id === id);
      const spaces = offered?.adaptations.map(({ space }) => space) ?? [];
      return new Map(offered && spaces.map((space) => [space, adapt(offered, space)]));
    },
    homeOf: (field) => custom.get(field)?.home ?? null,
    isOffered: (field, space) => {
      const offered = custom.get(field);
      if (offered?.isByStandard === true) return offered.adaptations.some((each) => each.space === space);
      return (offered?.home ?? space) === space;
    },
  };
}

function offersOf({ fields: builtIn, scope }: Entity, records: readonly StoredRecord[]): readonly Offered[] {
  const keys = new Set(builtIn.map(({ key }) => key));
  const adapted = (record: StoredRecord): string | null => adaptedField(record, keys);
  const adaptationsOf = (id: string): readonly Adaptation[] =>
    records
      .filter((record) => adapted(record) === id)
      .map(({ values }) => ({ space: textOf(values['in']), values }));
  const whole = records.filter((record) => adapted(record) === null);
  const named = new Map(whole.map(({ values }) => [textOf(values['key']), values]));
  return [
    ...builtIn.map((field) => ({
      field: withValues(field, named.get(field.key)),
      home: null,
      isByStandard: false,
      adaptations: adaptationsOf(field.id),
    })),
    ...whole
      .filter(({ values }) => !keys.has(textOf(values['key'])))
      .map((record) => ({
        field: readField(record),
        home: (record.values['in'] as string | undefined) ?? null,
        // What the whole workspace has, as companies, has its fields everywhere.
        isByStandard: scope === 'space' && record.values['standard'] !== undefined,
        adaptations: adaptationsOf(record.id),
      })),
  ];
}

/** The id of the field that a record says how a space has it; null where it is a field itself. */
function adaptedField({ values }: StoredRecord, builtIn: ReadonlySet<string>): string | null {
  if (values['in'] === undefined) return null;
  if (values['adapts'] !== undefined) return textOf(values['adapts']);
  const key = textOf(values['key']);
  return builtIn.has(key) ? key : null;
}

function adapt({ field, adaptations }: Offered, space: string): Field {
  return withValues(field, adaptations.find((each) => each.space === space)?.values);
}

function withValues(field: Field, values: Values | undefined): Field {
  if (values === undefined) return field;
  return { ...field, name: textOf(values['name']), config: { ...field.config, ...configOf(values) } };
}

/** With the options that only some spaces have, behind the others. */
function unite({ field, adaptations }: Offered, isSeen: (space: string) => boolean): Field {
  const own = field.config.options;
  const seen = adaptations.filter(({ space }) => isSeen(space));
  if (own === undefined || seen.length === 0) return field;
  const options = new Map<string, Option>(own.map((option) => [option.key, option]));
  for (const { values } of seen)
    for (const option of configOf(values).options ?? [])
      if (!options.has(option.key)) options.set(option.key, option);
  return options.size === own.length
    ? field
    : { ...field, config: { ...field.config, options: [...options.values()] } };
}

export function readField({ id, values }: StoredRecord): Field {
  return {
    id,
    key: textOf(values['key']),
    name: textOf(values['name']),
    type: textOf(values['type']),
    config: configOf(values),
  };
}

function configOf(values: Values): FieldConfig {
  return (values['config'] ?? {}) as FieldConfig;
}
