/**
 * An entity is one declaration. From it come routes and OpenAPI, commands, tools, change names, the list
 * view, import and export columns, search, history text and the permission matrix.
 */
import { assert } from '@throughline/base';
import type { Field, FieldConfig } from './field.ts';
import type { Rule } from './role.ts';

/**
 * The closed list of verbs, with the past form that names the change and what it does to the row.
 * `collection` verbs are routed on the collection, the others on a record.
 */
export const VERBS = {
  create: { past: 'created', on: 'collection' },
  read: { past: 'read', on: 'collection' },
  update: { past: 'updated', on: 'record' },
  archive: { past: 'archived', on: 'record' },
  restore: { past: 'restored', on: 'record' },
  delete: { past: 'deleted', on: 'record' },
  merge: { past: 'merged', on: 'record' },
  move: { past: 'moved', on: 'record' },
  /** The copy is a record that is created. */
  copy: { past: 'created', on: 'record' },
  accept: { past: 'accepted', on: 'record' },
  revoke: { past: 'revoked', on: 'record' },
  erase: { past: 'erased', on: 'record' },
  run: { past: 'ran', on: 'record' },
  close: { past: 'closed', on: 'record' },
  reveal: { past: 'revealed', on: 'record' },
  repeat: { past: 'repeated', on: 'record' },
  agree: { past: 'agreed', on: 'record' },
  cancel: { past: 'cancelled', on: 'record' },
  publish: { past: 'published', on: 'record' },
  ship: { past: 'shipped', on: 'record' },
  approve: { past: 'approved', on: 'record' },
  skip: { past: 'skipped', on: 'record' },
  /** What is written is an answer that is created. */
  reply: { past: 'updated', on: 'record' },
  /** What a template makes are records that are created. */
  apply: { past: 'updated', on: 'record' },
} as const;
export type Verb = keyof typeof VERBS;

/** Rows elsewhere that point here through `via`: `insights` of an idea are insights whose `idea` is it. */
export type Relation = { readonly entity: string; readonly via: string };

export type FieldDeclaration = {
  readonly name: string;
  readonly type: string;
  readonly config?: FieldConfig;
  readonly required?: boolean;
  readonly readOnly?: boolean;
  readonly fixed?: boolean;
  readonly hidden?: boolean;
  readonly personal?: boolean;
  readonly presenceOnly?: boolean;
};

export type Entity = {
  /** Singular, in kebab case: the name everywhere. */
  readonly name: string;
  readonly plural: string;
  readonly prefix: string;
  readonly label: { readonly one: string; readonly many: string };
  readonly titleField: string;
  /** Where records live: each in one space, or in the workspace as a whole. */
  readonly scope: 'workspace' | 'space';
  /**
   * The field that names the space whose roles decide; `id` where the record is a space itself. Without one,
   * or where it is empty, the workspace's roles decide.
   */
  readonly place: string | null;
  /** The field that names the person whose own a record is. */
  readonly ownedBy: string;
  /** Records have a key for people, `SPACE-12`. */
  readonly hasKey: boolean;
  /** People may add fields. */
  readonly hasCustomFields: boolean;
  /** Each record says who may see and change it, within what their role allows: see `Audience`. */
  readonly hasAudience: boolean;
  /** The field that names the record it hangs on: whom that one is not for, this one is not for either. */
  readonly hangsOn: string | null;
  /** Nobody is told who wrote a record: the log names no actor, and no act that the change belongs to. */
  readonly hasSecretAuthors: boolean;
  readonly fields: readonly Field[];
  readonly relations: Readonly<Record<string, Relation>>;
  readonly rules: Readonly<Partial<Record<Verb, Rule>>>;
  /** What people outside may do in the space that a portal or a mailbox leads to, through it alone. */
  readonly visitors: readonly Verb[];
  readonly exposure: Exposure;
};

export type Exposure = {
  /** Part of the browser's replica. */
  readonly sync: boolean;
  readonly webhook: boolean;
  readonly automation: boolean;
  /** Has a collection route of its own. */
  readonly rest: boolean;
  /** Where a space has very many of them, browsers are not sent all: views then ask for parts. */
  readonly windowed: boolean;
  /** Says how things are looked at or who is there, not what there was: time travel shows today's. */
  readonly timeless: boolean;
};

export type EntityDeclaration = Omit<
  Entity,
  | 'fields'
  | 'relations'
  | 'exposure'
  | 'hasKey'
  | 'hasCustomFields'
  | 'hasAudience'
  | 'hangsOn'
  | 'hasSecretAuthors'
  | 'visitors'
  | 'prefix'
  | 'place'
  | 'ownedBy'
> & {
  readonly prefix?: string;
  readonly place?: string;
  readonly ownedBy?: string;
  readonly hasKey?: boolean;
  readonly hasCustomFields?: boolean;
  readonly hasAudience?: boolean;
  readonly hangsOn?: string;
  readonly hasSecretAuthors?: boolean;
  readonly visitors?: readonly Verb[];
  readonly fields: Readonly<Record<string, FieldDeclaration>>;
  readonly relations?: Readonly<Record<string, Relation>>;
  readonly exposure?: Partial<Exposure>;
};

/** Fields that every record has; set by the product. */
export const COMMON_FIELDS = {
  createdAt: { name: 'Created', type: 'timestamp', readOnly: true },
  createdBy: { name: 'Created by', type: 'record', config: { target: '*' }, readOnly: true },
  updatedAt: { name: 'Updated', type: 'timestamp', readOnly: true },
  archivedAt: { name: 'Archived', type: 'timestamp', readOnly: true },
} as const satisfies Record<string, FieldDeclaration>;

const SPACE_FIELD: FieldDeclaration = {
  name: 'Space',
  type: 'record',
  config: { target: 'space' },
  required: true,
  fixed: true,
};
const KEY_FIELD: FieldDeclaration = { name: 'Key', type: 'text', readOnly: true };

export function defineEntity(declaration: EntityDeclaration): Entity {
  const {
    fields,
    relations = {},
    exposure,
    hasKey = false,
    hasCustomFields = false,
    hasAudience = false,
    hasSecretAuthors = false,
    visitors = [],
    prefix,
  } = declaration;
  const all: Record<string, FieldDeclaration> = {
    ...(hasKey ? { key: KEY_FIELD } : {}),
    ...fields,
    ...(declaration.scope === 'space' ? { space: SPACE_FIELD } : {}),
    ...COMMON_FIELDS,
  };
  assert(declaration.titleField in all, `${declaration.name}: no field ${declaration.titleField}`);
  return Object.freeze({
    ...declaration,
    prefix: prefix ?? declaration.name.replaceAll('-', ''),
    place: declaration.place ?? (declaration.scope === 'space' ? 'space' : null),
    ownedBy: declaration.ownedBy ?? 'createdBy',
    hasKey,
    hasCustomFields,
    hasAudience,
    hangsOn: declaration.hangsOn ?? null,
    hasSecretAuthors,
    visitors,
    fields: Object.entries(all).map(([id, field]) => makeBuiltIn(id, field)),
    relations,
    exposure: {
      sync: true,
      webhook: true,
      automation: true,
      rest: true,
      windowed: false,
      timeless: false,
      ...exposure,
    },
  });
}

function makeBuiltIn(id: string, declaration: FieldDeclaration): Field {
  return Object.freeze({ id, key: id, ...declaration, config: declaration.config ?? {} });
}

/** Whether a value says who somebody is: declared, or anything people added to who can be erased. */
export function isPersonal({ fields, rules }: Entity, field: string): boolean {
  if (fields.some(({ id, personal }) => id === field && personal === true)) return true;
  return rules.erase !== undefined && field.startsWith('field_');
}

/** The rules most entities share: everybody reads, contributors create and mend their own, editors all. */
export const CONTENT_RULES = {
  read: { role: 'viewer' },
  create: { role: 'contributor' },
  update: { role: 'editor', own: 'contributor' },
  archive: { role: 'editor', own: 'contributor' },
  restore: { role: 'editor', own: 'contributor' },
} as const satisfies Partial<Record<Verb, Rule>>;

/** Settings of a place: read by all in it, changed by its admins. */
export const SETTINGS_RULES = {
  read: { role: 'viewer' },
  create: { role: 'admin' },
  update: { role: 'admin' },
  archive: { role: 'admin' },
  restore: { role: 'admin' },
} as const satisfies Partial<Record<Verb, Rule>>;

/** What one person adds to a record and takes back: votes, reactions. */
export const PERSONAL_RULES = {
  read: { role: 'viewer' },
  create: { role: 'contributor' },
  update: { role: 'admin', own: 'contributor' },
  delete: { role: 'admin', own: 'contributor' },
} as const satisfies Partial<Record<Verb, Rule>>;
