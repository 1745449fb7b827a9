/** Contacts and companies by the names that files use, kept in memory for the time of an import. */
import { foldText, must, type Json } from '@throughline/base';
import type { Queryable } from '@throughline/db';
import type { Work } from '../work.ts';
import type { SourcePerson } from './import-source.ts';

export type OutsideEntity = 'contact' | 'company';

export type ReferenceIndex = {
  readonly find: (entity: OutsideEntity, system: string, person: SourcePerson) => string | undefined;
  readonly companyOf: (contact: string) => string | undefined;
  readonly add: (made: readonly MadeReference[]) => void;
};

export type MadeReference = {
  readonly id: string;
  readonly entity: OutsideEntity;
  readonly system: string;
  readonly person: SourcePerson;
  readonly company?: string;
};

export async function readReferences(db: Queryable, workspace: string): Promise<ReferenceIndex> {
  const { rows } = await db.query<{
    entity: OutsideEntity;
    id: string;
    name: string;
    extra: string | null;
    company: string | null;
  }>(
    `select 'contact' as entity, id, name, email as extra, company from contact where workspace_id = $1 and archived_at is null
     union all select 'company', id, name, domain, null from company where workspace_id = $1 and archived_at is null`,
    [workspace],
  );
  const { rows: named } = await db.query<{ entity: string; system: string; external_id: string; id: string }>(
    `select entity, system, external_id, id from external_identity where workspace_id = $1 and entity in ('contact', 'company')`,
    [workspace],
  );
  const byName = new Map<string, string>();
  const companies = new Map<string, string>();
  const put = (key: string, id: string): void => {
    if (!byName.has(key)) byName.set(key, id);
  };
  for (const { entity, system, external_id, id } of named) put(externalKey(entity, system, external_id), id);
  for (const { entity, id, name, extra, company } of rows) {
    if (extra !== null) put(addressKey(entity, extra), id);
    put(nameKey(entity, name), id);
    put(nameKey(entity, id), id);
    if (company !== null) companies.set(id, company);
  }
  return {
    find: (entity, system, person) =>
      (person.id === undefined ? undefined : byName.get(externalKey(entity, system, person.id))) ??
      // Two people of one name are told apart by their addresses, where there are any.
      (person.email === undefined
        ? byName.get(nameKey(entity, person.name))
        : byName.get(addressKey(entity, person.email))),
    companyOf: (contact) => companies.get(contact),
    add: (made) => {
      for (const { id, entity, system, person, company } of made) {
        if (person.id !== undefined) put(externalKey(entity, system, person.id), id);
        if (person.email !== undefined) put(addressKey(entity, person.email), id);
        put(nameKey(entity, person.name), id);
        if (company !== undefined) companies.set(id, company);
      }
    },
  };
}

function externalKey(entity: string, system: string, id: string): string {
  return `${entity} id ${system} ${id}`;
}

function addressKey(entity: string, address: string): string {
  return `${entity} at ${address.toLowerCase()}`;
}

function nameKey(entity: string, name: string): string {
  return `${entity} ${foldText(name.trim())}`;
}

export type Wish = {
  readonly entity: OutsideEntity;
  readonly system: string;
  readonly person: SourcePerson;
  readonly company?: string;
  /** When they were first heard of. */
  readonly at?: string;
};

/** Writes the contacts and companies that are missing; the same one once. */
export async function makeReferences(work: Work, wishes: readonly Wish[]): Promise<readonly MadeReference[]> {
  const made = wishes.map((wish) => ({ ...wish, id: work.newId(work.entity(wish.entity).prefix) }));
  for (const name of ['company', 'contact'] as const) {
    const entity = work.entity(name);
    const records = made.filter((each) => each.entity === name);
    if (records.length === 0) continue;
    await work.insert(
      entity,
      records.map(({ id, at, ...wish }) => ({
        id,
        values: valuesOf(wish),
        ...(at ? { occurredAt: at } : {}),
      })),
    );
    const outside = records.filter(({ person }) => person.id !== undefined);
    await indexIdentities(
      work,
      name,
      outside.map(({ id, system, person }) => ({ id, system, external: must(person.id) })),
    );
  }
  return made;
}

function valuesOf({ person, company, system, entity }: Wish): Record<string, Json> {
  const { url } = person;
  return {
    name: person.name.trim().slice(0, 300),
    ...(entity === 'contact' && person.email ? { email: person.email.toLowerCase() } : {}),
    ...(entity === 'contact' && company ? { company } : {}),
    ...(person.id ? { sources: [{ system, id: person.id, ...(url ? { url } : {}) }] } : {}),
  };
}

export type IndexedIdentity = { readonly id: string; readonly system: string; readonly external: string };

/** The index over `sources`; answers how many were new. */
export async function indexIdentities(
  work: Work,
  entity: string,
  identities: readonly IndexedIdentity[],
): Promise<number> {
  if (identities.length === 0) return 0;
  const { rowCount } = await work.tx.query(
    `insert into external_identity (workspace_id, entity, system, external_id, id)
     select $1, $2, r.system, r.external, r.id
     from unnest($3::text[], $4::text[], $5::text[]) as r(system, external, id) on conflict do nothing`,
    [
      work.state.id,
      entity,
      identities.map((each) => each.system),
      identities.map((each) => each.external),
      identities.map((each) => each.id),
    ],
  );
  return rowCount ?? 0;
}

/** Ids by `system external`. */
export async function findIdentities(
  work: Work,
  entity: string,
  wanted: readonly { readonly system: string; readonly external: string }[],
): Promise<ReadonlyMap<string, string>> {
  if (wanted.length === 0) return new Map();
  const { rows } = await work.tx.query<{ system: string; external_id: string; id: string }>(
    // Lateral with a limit is looked up by key each time, also where the database has no statistics yet.
    `select r.system, r.external as external_id, e.id
     from unnest($3::text[], $4::text[]) as r(system, external)
     cross join lateral (select x.id from external_identity x where x.workspace_id = $1 and x.entity = $2
       and x.system = r.system and x.external_id = r.external limit 1) e`,
    [work.state.id, entity, wanted.map((each) => each.system), wanted.map((each) => each.external)],
  );
  return new Map(rows.map((row) => [`${row.system} ${row.external_id}`, row.id]));
}
