/**
 * Values computed from linked records: counters, votes, rollups, connections. A path of relations and references
 * leads from a record to others; each record at its end counts once.
 */
import { must, ownValue, type Json } from '@throughline/base';
import {
  millisecondsToDay,
  optionNumbers,
  UNUSUAL_MINOR_UNITS,
  type Entity,
  type Field,
  type Model,
  type RollupAggregate,
} from '@throughline/model';
import type { Queryable } from './database.ts';
import { quoteName, recordTable, snakeCase } from './record-table.ts';

export type DerivedPath = {
  readonly field: Field;
  /** `records` answers the ids themselves. */
  readonly aggregate: RollupAggregate | 'records';
  /** Joined in order; the first is reached from the root by its `link`. */
  readonly steps: readonly PathStep[];
  /** SQL of the value over the last step's alias; null to count records. */
  readonly value: string | null;
  /** The field that is added up; null to count records or to answer their ids. */
  readonly of: Field | null;
  /** By space: the same where a space has it its own way. */
  readonly ofIn: ReadonlyMap<string, Field>;
};

/** Fields as they are offered. */
export type OfferedFields = {
  readonly fieldsOf: (entity: string) => readonly Field[];
  /** By the id of each space that has the field its own way: the field as it has it. */
  readonly waysOf: (entity: string, field: string) => ReadonlyMap<string, Field>;
};

const NOWHERE_ELSE: ReadonlyMap<string, Field> = new Map();

export type PathStep = {
  readonly entity: Entity;
  readonly alias: string;
  /** Column that points back (relation) or on (reference). */ readonly link: string;
  readonly isRelation: boolean;
  /** The id of the field behind `link`: of this step's record where it points back, else of the one before. */
  readonly via: string;
  /** The connection or votes field whose rows are meant; null for those that name none. */
  readonly connection?: string | null;
  /** Of several relations in one table the one that is meant: SQL over the alias. */
  readonly only?: string;
};

/** Null where the field is not derived from other records, or its path leads nowhere (any more). */
export function derivedPath(
  model: Model,
  entity: Entity,
  field: Field,
  { fieldsOf, waysOf }: OfferedFields,
): DerivedPath | null {
  if (field.type === 'relation') {
    const steps = connectionSteps(model, field, 0);
    return steps.length === 0
      ? null
      : {
          field,
          aggregate: 'records',
          steps,
          value: must(steps.at(-1)).alias + '.id',
          of: null,
          ofIn: NOWHERE_ELSE,
        };
  }
  const { path, aggregate } = field.config;
  if (path === undefined || aggregate === undefined || model.fieldType(field.type).derived !== true)
    return null;
  const steps: PathStep[] = [];
  let at = entity;
  const names = path.split('.');
  for (const [index, name] of names.entries()) {
    const alias = `x${steps.length + 1}`;
    const relation = ownValue(at.relations, name);
    if (relation) {
      const target = model.entity(relation.entity);
      const link = columnOf(relation.via);
      const own = field.type === 'votes' ? votesOf(field, alias) : {};
      steps.push({ entity: target, alias, link, isRelation: true, via: relation.via, ...own });
      at = target;
      continue;
    }
    const next = fieldsOf(at.name).find((each) => each.key === name);
    const isLast = index === names.length - 1;
    const connected = next?.type === 'relation' ? connectionSteps(model, next, steps.length) : [];
    if (connected.length > 0 && (!isLast || aggregate === 'count')) {
      steps.push(...connected);
      at = must(connected.at(-1)).entity;
      continue;
    }
    if (!next || steps.length === 0) return null;
    const target = targetOf(model, next);
    if (target !== undefined && (!isLast || aggregate === 'count')) {
      at = target;
      steps.push({ entity: at, alias, link: columnOf(next.id), isRelation: false, via: next.id });
      continue;
    }
    const end = must(steps.at(-1));
    const ofIn = end.entity.scope === 'space' ? waysOf(end.entity.name, next.id) : NOWHERE_ELSE;
    const value = isLast ? valueSql(model, { alias: end.alias, of: next, ofIn, aggregate }) : null;
    return value === null
      ? null
      : { field, aggregate, steps, value: capSql(value, field.config.cap), of: next, ofIn };
  }
  return { field, aggregate, steps, value: null, of: null, ofIn: NOWHERE_ELSE };
}

/** The entity of the one record that a reference names; undefined for other fields, and where it may be any. */
function targetOf(model: Model, field: Field): Entity | undefined {
  if (model.kindOf(field) !== 'reference') return undefined;
  const isNamed = field.type === 'company' || field.type === 'team' || field.type === 'person';
  const target = field.config.target ?? (isNamed ? field.type : undefined);
  return target === undefined || target === '*' ? undefined : model.entity(target);
}

type Ending = {
  readonly alias: string;
  readonly of: Field;
  readonly ofIn: ReadonlyMap<string, Field>;
  readonly aggregate: RollupAggregate;
};

/** Numbers and choices that count as such are reckoned with in every way; of dates there are the first and the last. */
function valueSql(model: Model, { alias, of, ofIn, aggregate }: Ending): string | null {
  const kind = model.kindOf(of);
  if (kind === 'number') return numberSql(alias, of);
  if (kind === 'reference' && of.config.options !== undefined) return choiceSql(alias, of, ofIn);
  return kind === 'date' && (aggregate === 'min' || aggregate === 'max') ? momentSql(alias, of) : null;
}

function capSql(value: string, cap: number | undefined): string {
  return cap === undefined ? value : `(case when ${value} > ${cap} then ${cap} else ${value} end)`;
}

/** From a record over the rows of a connection field to the records at their other end. */
function connectionSteps(model: Model, { id, config }: Field, before: number): PathStep[] {
  const target = model.findEntity(config.target ?? '');
  if (!target) return [];
  const [near, far] = config.mirrors === undefined ? ['from', 'to'] : ['to', 'from'];
  const alias = `x${before + 1}`;
  const connection = config.mirrors ?? id;
  return [
    {
      entity: model.entity('relation'),
      alias,
      link: columnOf(near),
      isRelation: true,
      via: near,
      connection,
      only: `${alias}.field = '${connection.replaceAll("'", "''")}'`,
    },
    { entity: target, alias: `x${before + 2}`, link: columnOf(far), isRelation: false, via: far },
  ];
}

/** Votes are given for one field: the built-in one where they name none. */
function votesOf({ id }: Field, alias: string): Pick<PathStep, 'connection' | 'only'> {
  const isOwn = id.startsWith('field_');
  return {
    connection: isOwn ? id : null,
    only: isOwn ? `${alias}.field = '${id.replaceAll("'", "''")}'` : `${alias}.field is null`,
  };
}

function columnOf(fieldId: string): string {
  return quoteName(snakeCase(fieldId));
}

function numberSql(alias: string, field: Field): string {
  const isCustom = field.id.startsWith('field_');
  if (field.config.format === 'currency' && field.type === 'number') {
    const json = isCustom ? `${alias}.fields -> '${field.id}'` : `${alias}.${columnOf(field.id)}`;
    return `((${json} ->> 'amount')::float8 / ${minorUnitsSql(json)})`;
  }
  return isCustom ? `(${alias}.fields ->> '${field.id}')::float8` : `${alias}.${columnOf(field.id)}`;
}

/** As `optionNumbers` counts them, in each space by the options it has. */
function choiceSql(alias: string, field: Field, ways: ReadonlyMap<string, Field>): string | null {
  const { id } = field;
  const value = id.startsWith('field_') ? `(${alias}.fields ->> '${id}')` : `${alias}.${columnOf(id)}`;
  const number = (of: Field): string => {
    const cases = [...optionNumbers(of)].map(([key, count]) => `when ${quoteText(key)} then ${count}`);
    return cases.length === 0 ? 'null' : `case ${value} ${cases.join(' ')} end`;
  };
  const all = [field, ...ways.values()];
  if (all.every((each) => optionNumbers(each).size === 0)) return null;
  const own = [...ways].map(([space, of]) => `when ${quoteText(space)} then ${number(of)}`);
  const chosen =
    own.length === 0 ? number(field) : `case ${alias}.space ${own.join(' ')} else ${number(field)} end`;
  return `(${chosen})::float8`;
}

function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Milliseconds; a day is its midnight UTC. */
function momentSql(alias: string, { id, type }: Field): string {
  const text = `(${alias}.fields ->> '${id}')::${type === 'date' ? 'date' : 'timestamptz'}`;
  const value = id.startsWith('field_') ? text : `${alias}.${columnOf(id)}`;
  return `(extract(epoch from ${value}${type === 'date' ? '::timestamp' : ''}) * 1000)::float8`;
}

/** Amounts carry their currency; its minor units turn them into major ones. */
function minorUnitsSql(json: string): string {
  const cases = Object.entries(UNUSUAL_MINOR_UNITS).map(([code, units]) => `when '${code}' then ${units}`);
  return `(case ${json} ->> 'currency' ${cases.join(' ')} else 100 end)`;
}

/** `from … where …` of the path, up to its last step; the root is matched by the caller. */
function joins(
  model: Model,
  { steps }: DerivedPath,
): { from: string; root: string; only: string; last: PathStep } {
  const first = must(steps[0]);
  const last = must(steps.at(-1));
  const rest = steps.slice(1).map((step, index) => {
    const previous = must(steps[index]);
    const on = step.isRelation
      ? `${step.alias}.${step.link} = ${asReference(previous.alias)}`
      : `${step.alias}.id = ${previous.alias}.${step.link}`;
    const only = step.only === undefined ? '' : ` and ${step.only}`;
    return `join ${recordTable(model, step.entity).name} ${step.alias} on ${step.alias}.workspace_id = ${previous.alias}.workspace_id and ${on}${only} and ${step.alias}.archived_at is null`;
  });
  return {
    from: `${recordTable(model, first.entity).name} ${first.alias} ${rest.join(' ')}`,
    root: `${first.alias}.${first.link}`,
    only: first.only === undefined ? '' : ` and ${first.only}`,
    last,
  };
}

/** A row's id as references to it are: of their collation, so that indexes on them can be used. */
export function asReference(alias: string): string {
  return `(${alias}.id collate "default")`;
}

function aggregateSql({ aggregate, value }: DerivedPath): string {
  if (aggregate === 'records') return 'array_agg(d.v order by d.v)';
  if (value === null || aggregate === 'count') return 'count(*)::float8';
  if (aggregate === 'median') return 'percentile_cont(0.5) within group (order by d.v)';
  return `${aggregate === 'average' ? 'avg' : aggregate}(d.v)`;
}

/** A correlated subquery for rows aliased `t`: what filters and sorts in SQL use. */
export function derivedSql(model: Model, path: DerivedPath): string {
  const { from, root, only, last } = joins(model, path);
  const first = must(path.steps[0]);
  return `(select ${aggregateSql(path)} from (select distinct on (${last.alias}.id) ${path.value ?? 'null'} as v from ${from}
    where ${first.alias}.workspace_id = t.workspace_id and ${root} = ${asReference('t')}${only} and ${first.alias}.archived_at is null) d)`;
}

/** What records have that nothing points to: counts are 0, everything else is empty. By field id. */
export function withNothingLinked(paths: readonly DerivedPath[]): Readonly<Record<string, 0 | null>> {
  return Object.fromEntries(
    paths.map(({ field, aggregate }) => [field.id, aggregate === 'count' ? 0 : null]),
  );
}

/**
 * Derived values by record id and field id; of all records, or of the ones given. Records that nothing points to
 * are left out: see `withNothingLinked`.
 */
export async function readDerived(
  db: Queryable,
  {
    model,
    workspace,
    paths,
    ids,
  }: {
    readonly model: Model;
    readonly workspace: string;
    readonly paths: readonly DerivedPath[];
    readonly ids: readonly string[] | null;
  },
): Promise<ReadonlyMap<string, Record<string, Json>>> {
  const values = new Map<string, Record<string, Json>>();
  for (const path of paths) {
    const { from, root, only, last } = joins(model, path);
    const first = must(path.steps[0]);
    const { rows } = await db.query<{ root: string; value: Json }>(
      `select d.root, ${aggregateSql(path)} as value from (
         select distinct on (${root}, ${last.alias}.id) ${root} as root, ${path.value ?? 'null'} as v from ${from}
         where ${first.alias}.workspace_id = $1 and ${first.alias}.archived_at is null and ${root} is not null${only}
         ${ids === null ? '' : `and ${root} = any($2::text[])`}) d group by d.root`,
      ids === null ? [workspace] : [workspace, ids],
    );
    for (const { root: id, value } of rows) {
      const record = values.get(id) ?? {};
      if (value !== null) record[path.field.id] = asJson(path, value);
      values.set(id, record);
    }
  }
  return values;
}

/** Numbers and ids as they are; a date as the field it comes from writes it. */
export function asJson({ of }: DerivedPath, value: Json): Json {
  if (typeof value !== 'number' || of === null || (of.type !== 'date' && of.type !== 'timestamp'))
    return value;
  return of.type === 'date' ? millisecondsToDay(value) : new Date(value).toISOString();
}

/** The records whose derived value a change to `ids` of an entity may have moved. */
export async function findAffected(
  db: Queryable,
  {
    model,
    workspace,
    path,
    entity,
    ids,
  }: {
    readonly model: Model;
    readonly workspace: string;
    readonly path: DerivedPath;
    readonly entity: string;
    readonly ids: readonly string[];
  },
): Promise<readonly string[]> {
  const affected = new Set<string>();
  for (const [index, step] of path.steps.entries()) {
    if (step.entity.name !== entity) continue;
    const { from, root, only } = joins(model, { ...path, steps: path.steps.slice(0, index + 1) });
    const { rows } = await db.query<{ root: string }>(
      `select distinct ${root} as root from ${from.replaceAll(/ and x\d+\.archived_at is null/g, '')} where x1.workspace_id = $1 and ${step.alias}.id = any($2::text[]) and ${root} is not null${only}`,
      [workspace, ids],
    );
    for (const row of rows) affected.add(row.root);
  }
  return [...affected];
}
