/**
 * Ways from a record over its relations, connections and references to others: `insights.company.revenue`.
 * Each record at the end of a way counts once. What is asked of the end is the work of a derived field (a
 * counter, a rollup, votes); an expression that names a way means the field that reckons it.
 */
import { foldText } from '@throughline/base';
import { LIMITS, type Entity, type Field, type Model, type RollupAggregate } from '@throughline/model';

export const PATH_AGGREGATES = {
  avg: 'average',
  count: 'count',
  max: 'max',
  median: 'median',
  min: 'min',
  sum: 'sum',
} as const satisfies Record<string, RollupAggregate>;

export type PathFunction = keyof typeof PATH_AGGREGATES;

export function isPathFunction(name: string): name is PathFunction {
  return Object.hasOwn(PATH_AGGREGATES, name);
}

/** A name that may come next on a way. */
export type PathName = {
  readonly key: string;
  readonly name: string;
  /** It leads to records, over which the way may go on; else it is a number or a date of theirs. */
  readonly isRecords: boolean;
};

export type PathEnd =
  | {
      readonly ok: true;
      /** In keys. */
      readonly path: string;
      /** What each name is called. */
      readonly names: readonly string[];
      /** The number or date at the end; undefined where the way ends at records. */
      readonly field: Field | undefined;
    }
  /** The name that leads nowhere, and those that would. */
  | { readonly ok: false; readonly at: number; readonly known: readonly PathName[] };

export type PathIndex = {
  readonly follow: (names: readonly string[]) => PathEnd;
  /** What may come behind the names given; nothing where they lead nowhere. */
  readonly next: (names: readonly string[]) => readonly PathName[];
};

type Step = PathName & { readonly target: string | undefined; readonly field: Field | undefined };

/** All ways that begin at an entity. */
export function makePathIndex(
  model: Model,
  entity: string,
  fieldsOf: (entity: string) => readonly Field[],
): PathIndex {
  const stepsFrom = (at: string, place: number): readonly Step[] => {
    const declared = model.findEntity(at);
    if (declared === undefined || place >= LIMITS.pathNames) return [];
    const relations = Object.entries(declared.relations).flatMap(([key, { entity: target }]) =>
      relationStep(key, model.findEntity(target)),
    );
    const fields = fieldsOf(at).filter((field) => field.hidden !== true);
    return [...relations, ...fields.flatMap((field) => fieldStep(model, field, place))];
  };
  const walk = (names: readonly string[]): { steps: readonly Step[]; next: readonly Step[] } => {
    const steps: Step[] = [];
    let next = stepsFrom(entity, 0);
    for (const [place, name] of names.entries()) {
      const step = findStep(next, name);
      if (step === undefined) break;
      steps.push(step);
      next = step.target === undefined ? [] : stepsFrom(step.target, place + 1);
    }
    return { steps, next };
  };
  return {
    follow(names) {
      const { steps, next } = walk(names);
      if (steps.length < names.length) return { ok: false, at: steps.length, known: next };
      const path = steps.map(({ key }) => key).join('.');
      return { ok: true, path, names: steps.map(({ name }) => name), field: steps.at(-1)?.field };
    },
    next(names) {
      const { steps, next } = walk(names);
      return steps.length < names.length ? [] : next;
    },
  };
}

/** By key alone: a schema that knows no ways has only the paths of the declared fields to compare with. */
function findStep(steps: readonly Step[], name: string): Step | undefined {
  const folded = foldText(name);
  return steps.find(({ key }) => key === name) ?? steps.find(({ key }) => foldText(key) === folded);
}

function relationStep(key: string, target: Entity | undefined): readonly Step[] {
  const many = target?.label.many ?? '';
  if (target === undefined) return [];
  return [{ key, name: capitalize(many), isRecords: true, target: target.name, field: undefined }];
}

function fieldStep(model: Model, field: Field, place: number): readonly Step[] {
  const { key, name, type, config } = field;
  const kind = model.findFieldType(type) && model.kindOf(field);
  const target = config.target ?? REFERENCES[type];
  const leads = type === 'relation' || (kind === 'reference' && place > 0);
  if (leads && target !== undefined && model.findEntity(target) !== undefined)
    return [{ key, name, isRecords: true, target, field: undefined }];
  // What is itself computed from others is not added up again.
  const isStored = model.findFieldType(type)?.derived !== true;
  const isValue = (kind === 'number' || kind === 'date') && isStored && place > 0;
  return isValue ? [{ key, name, isRecords: false, target: undefined, field }] : [];
}

const REFERENCES: Readonly<Record<string, string>> = { person: 'person', team: 'team', company: 'company' };

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A way that an expression takes and that no field reckons yet. */
export type WantedPath = {
  readonly path: string;
  readonly aggregate: RollupAggregate;
  readonly names: readonly string[];
  readonly result: 'number' | 'date';
  readonly format?: Field['config']['format'];
  /** The most that one record adds. */
  readonly cap?: number | undefined;
};

/** What is asked of the records at the end of a way. */
export type Reckoning = { readonly aggregate: RollupAggregate; readonly cap?: number | undefined };

/** The derived fields that stand for ways: those declared, and those that would have to be. */
export type PathFields = {
  readonly find: (names: readonly string[], reckoning: Reckoning) => Field | PathEnd | undefined;
  readonly field: (id: string) => Field | undefined;
  readonly wanted: () => readonly WantedPath[];
};

export function makePathFields(fields: readonly Field[], index: PathIndex | undefined): PathFields {
  const declared = new Map(
    fields.flatMap((field) => {
      const { path, aggregate, cap } = field.config;
      return path === undefined || aggregate === undefined
        ? []
        : [[keyOf(path, { aggregate, cap }), field] as const];
    }),
  );
  const made = new Map<string, { readonly field: Field; readonly wanted: WantedPath }>();
  return {
    field: (id) => made.get(id)?.field,
    wanted: () => [...made.values()].map(({ wanted }) => wanted),
    find(names, reckoning) {
      const { aggregate, cap } = reckoning;
      const end = index?.follow(names);
      const path = end?.ok === true ? end.path : names.join('.');
      const known = declared.get(keyOf(path, reckoning));
      if (known !== undefined || end?.ok !== true) return known ?? end;
      if ((end.field === undefined) !== (aggregate === 'count')) return end;
      const result = isDate(end.field) ? 'date' : 'number';
      const isOfDates = aggregate === 'min' || aggregate === 'max';
      if (result === 'date' && (!isOfDates || cap !== undefined)) return end;
      const wanted = { path, aggregate, cap, names: end.names, result, ...formatOf(end.field) } as const;
      const field = makePathField(wanted);
      made.set(field.id, { field, wanted });
      return field;
    },
  };
}

function keyOf(path: string, { aggregate, cap = Infinity }: Reckoning): string {
  return `${aggregate} ${cap} ${foldText(path)}`;
}

function formatOf(field: Field | undefined): Pick<WantedPath, 'format'> {
  return field?.config.format === undefined ? {} : { format: field.config.format };
}

export function isDate(field: Field | undefined): boolean {
  return field?.type === 'date' || field?.type === 'timestamp';
}

/** Stands for a rollup until there is one; empty in every record. */
function makePathField({ path, aggregate, cap, names, result }: WantedPath): Field {
  const id = `path:${aggregate}:${path}${cap === undefined ? '' : `:${cap}`}`;
  return {
    id,
    key: id,
    name: names.join(' '),
    type: 'rollup',
    config: { path, aggregate, result, ...(cap === undefined ? {} : { cap }) },
  };
}

/** `sum(insights.company.revenue)` for a field that stands for a way; undefined for all others. */
export function printPath({ id, config: { path, aggregate, cap } }: Field): string | undefined {
  if (!id.startsWith('path:') || path === undefined) return undefined;
  const name = Object.entries(PATH_AGGREGATES).find(([, each]) => each === aggregate)?.[0];
  return name === undefined ? undefined : `${name}(${path}${cap === undefined ? '' : `, ${cap}`})`;
}
