/** What a rollup may add up: numbers of linked records, and of the records these name. */
import { MODEL, type Field, type FieldConfig } from '@throughline/model';

export interface RollupPath {
  /** `insights.company.revenue`, or a relation alone: then its records are counted. */
  readonly path: string;
  /** What each step is called. */
  readonly steps: readonly string[];
  /** It ends at records, which are counted, and not at numbers. */
  readonly isRecords: boolean;
  /** How the numbers are written. */
  readonly format?: FieldConfig['format'];
}

type FieldsOf = (entity: string) => readonly Field[];

interface Link {
  readonly key: string;
  readonly name: string;
  readonly target: string;
}

/** Paths of one relation or connection, and at most one reference behind it. */
export function rollupPaths(entity: string, fieldsOf: FieldsOf): readonly RollupPath[] {
  return linksOf(entity, fieldsOf).flatMap((link) => [
    ...pathsTo({ ...link, steps: [link.name] }, fieldsOf),
    ...referencesOf(link.target, fieldsOf)
      .filter(({ target }) => target !== entity)
      .flatMap(({ key, name, target }) =>
        pathsTo({ key: `${link.key}.${key}`, steps: [link.name, name], target }, fieldsOf),
      ),
  ]);
}

interface Way {
  readonly key: string;
  readonly steps: readonly string[];
  readonly target: string;
}

function pathsTo({ key, steps, target }: Way, fieldsOf: FieldsOf): readonly RollupPath[] {
  return [
    { path: key, steps, isRecords: true },
    ...numbersOf(target, fieldsOf).map((field) => ({
      path: `${key}.${field.key}`,
      steps: [...steps, field.name],
      isRecords: false,
      ...(field.config.format && { format: field.config.format }),
    })),
  ];
}

function linksOf(entity: string, fieldsOf: FieldsOf): readonly Link[] {
  const own = Object.entries(MODEL.entity(entity).relations).map(([key, { entity: target }]) => {
    const { many } = MODEL.entity(target).label;
    return { key, name: `${many[0]?.toUpperCase()}${many.slice(1)}`, target };
  });
  return [...own, ...connectionsOf(entity, fieldsOf)];
}

function connectionsOf(entity: string, fieldsOf: FieldsOf): readonly Link[] {
  return fieldsOf(entity).flatMap(({ key, name, type, config }) =>
    type === 'relation' && config.target !== undefined ? [{ key, name, target: config.target }] : [],
  );
}

function referencesOf(entity: string, fieldsOf: FieldsOf): readonly Link[] {
  const references = fieldsOf(entity).flatMap(({ key, name, type, config }) => {
    const target = type === 'company' ? 'company' : type === 'record' ? config.target : undefined;
    return target !== undefined && target !== '*' && key !== 'space' ? [{ key, name, target }] : [];
  });
  return [...references, ...connectionsOf(entity, fieldsOf)];
}

/** Stored numbers: what is itself computed from others is not added up again. */
function numbersOf(entity: string, fieldsOf: FieldsOf): readonly Field[] {
  return fieldsOf(entity).filter(
    (field) =>
      field.hidden !== true &&
      field.type !== 'formula' &&
      MODEL.findFieldType(field.type)?.derived !== true &&
      MODEL.kindOf(field) === 'number',
  );
}
