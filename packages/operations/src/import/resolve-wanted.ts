/** Names in a batch to ids: of contacts and companies, made where they are missing, and of records by key or id. */
import { isId, textOf, type Json } from '@throughline/base';
import { loadRecords } from '@throughline/db';
import type { Entity, Values } from '@throughline/model';
import { isAllowed } from '../access/authorise.ts';
import type { Work } from '../work.ts';
import type { PreparedRecord, WantedReference } from './prepare-record.ts';
import { makeReferences, type MadeReference, type OutsideEntity, type Wish } from './reference-index.ts';
import type { BatchDrop, BatchTarget } from './write-batch.ts';

export type Resolved = {
  readonly values: ReadonlyMap<PreparedRecord, Values>;
  readonly made: readonly MadeReference[];
  readonly dropped: readonly BatchDrop[];
};

export async function resolveWanted(
  work: Work,
  target: BatchTarget,
  records: readonly PreparedRecord[],
): Promise<Resolved> {
  const values = new Map<PreparedRecord, Record<string, Json>>();
  const dropped: BatchDrop[] = [];
  const wishes = await makeMissing(work, target, records);
  const others = await findOthers(work, records);
  for (const record of records) {
    for (const wanted of record.wanted) {
      const id = isOutside(wanted)
        ? wishes.find(record, wanted)
        : others.get(`${wanted.target} ${wanted.person.name}`);
      if (id !== undefined) values.set(record, withReference(values.get(record), wanted, id));
      else dropped.push(toDrop(record, wanted));
    }
    addCompany(target, record, values);
  }
  return { values, made: wishes.made, dropped };
}

function withReference(
  values: Record<string, Json> | undefined,
  { field, isMember }: WantedReference,
  id: string,
): Record<string, Json> {
  const known = values?.[field];
  const members = Array.isArray(known) ? (known as readonly Json[]) : [];
  return { ...values, [field]: isMember ? [...new Set([...members, id])] : id };
}

function toDrop({ place }: PreparedRecord, { column, person, target }: WantedReference): BatchDrop {
  const isOutsider = (target === 'contact' || target === 'company') && !isId(person.name);
  const code = isOutsider ? `${target}_not_allowed` : 'no_such_record';
  return { place, entry: { column, value: person.email ?? person.name, code }, cells: 1 };
}

function isOutside(wanted: WantedReference): wanted is WantedReference & { readonly target: OutsideEntity } {
  return wanted.target === 'contact' || wanted.target === 'company';
}

/** Whose contact has a company speaks for it. */
function addCompany(
  { entity, references }: BatchTarget,
  record: PreparedRecord,
  values: Map<PreparedRecord, Record<string, Json>>,
): void {
  const found = values.get(record);
  if (entity.name !== 'feedback' || found?.['contact'] === undefined || found['company'] !== undefined)
    return;
  const company = references.companyOf(textOf(found['contact']));
  if (company !== undefined) values.set(record, { ...found, company });
}

async function makeMissing(
  work: Work,
  { references, isDry }: BatchTarget,
  records: readonly PreparedRecord[],
) {
  const staged = new Map<string, { wish: Wish; id: string | undefined }>();
  const keyOf = (record: PreparedRecord, { target, person }: WantedReference): string =>
    `${target} ${systemOf(record)} ${person.id ?? person.email?.toLowerCase() ?? person.name.trim().toLowerCase()}`;
  const made: MadeReference[] = [];
  for (const entity of ['company', 'contact'] as const) {
    if (
      !isAllowed(work.state, work.actor, {
        entity: work.entity(entity),
        verb: 'create',
        subject: { space: null },
      })
    )
      continue;
    const wishes: Wish[] = [];
    const keys: string[] = [];
    for (const record of records) {
      for (const wanted of record.wanted.filter((each) => each.target === entity)) {
        const key = keyOf(record, wanted);
        if (
          isId(wanted.person.name) ||
          staged.has(key) ||
          references.find(entity, systemOf(record), wanted.person) !== undefined
        )
          continue;
        const company = entity === 'contact' ? companyFor(record) : undefined;
        const at = record.values['createdAt'];
        const wish = {
          entity,
          system: systemOf(record),
          person: wanted.person,
          ...(company ? { company } : {}),
          ...(typeof at === 'string' ? { at } : {}),
        };
        staged.set(key, { wish, id: undefined });
        wishes.push(wish);
        keys.push(key);
      }
    }
    const fresh = isDry
      ? wishes.map((wish) => ({ ...wish, id: work.newId(work.entity(entity).prefix) }))
      : await makeReferences(work, wishes);
    for (const [index, reference] of fresh.entries())
      staged.set(keys[index] ?? '', { wish: reference, id: reference.id });
    made.push(...fresh);
  }
  function companyFor(record: PreparedRecord): string | undefined {
    const wanted = record.wanted.find((each) => each.target === 'company');
    return wanted ? find(record, { ...wanted, target: 'company' }) : undefined;
  }
  function find(
    record: PreparedRecord,
    wanted: WantedReference & { readonly target: OutsideEntity },
  ): string | undefined {
    return (
      staged.get(keyOf(record, wanted))?.id ?? references.find(wanted.target, systemOf(record), wanted.person)
    );
  }
  return { made, find };
}

function systemOf(record: PreparedRecord): string {
  return record.identities[0]?.system ?? '';
}

/** By id or key, of records that exist and may be read. */
async function findOthers(
  work: Work,
  records: readonly PreparedRecord[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, Set<string>>();
  for (const { target, person } of records.flatMap((record) =>
    record.wanted.filter((each) => !isOutside(each)),
  )) {
    names.set(target, (names.get(target) ?? new Set()).add(person.name));
  }
  const found = new Map<string, string>();
  for (const [target, wanted] of names) {
    for (const entity of work.model.entities.filter((each) => target === '*' || each.name === target)) {
      for (const [name, id] of await findNamed(work, entity, [...wanted])) found.set(`${target} ${name}`, id);
    }
  }
  return found;
}

async function findNamed(
  work: Work,
  entity: Entity,
  names: readonly string[],
): Promise<readonly (readonly [string, string])[]> {
  const table = work.tableOf(entity);
  const keys = entity.hasKey ? names.filter((name) => !isId(name)) : [];
  const { rows } =
    keys.length === 0
      ? { rows: [] }
      : await work.tx.query<{ id: string; key: string }>(
          `select id, key from ${table.name} where workspace_id = $1 and key = any($2::text[])`,
          [work.state.id, keys],
        );
  const named = new Map(rows.map((row) => [row.id, row.key]));
  for (const name of names) if (isId(name, entity.prefix)) named.set(name, name);
  const records = await loadRecords(work.tx, table, work.state.id, { ids: [...named.keys()] });
  return [...named].flatMap(([id, name]) => {
    const record = records.get(id);
    return record && work.may(entity, 'read', record) ? [[name, id] as const] : [];
  });
}
