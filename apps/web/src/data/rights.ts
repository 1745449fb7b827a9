/** What the person may do, to offer only that. The server decides. */
import {
  isInAudience,
  isRoleAtLeast,
  MODEL,
  ROLES,
  type Field,
  type Role,
  type Values,
  type Verb,
} from '@throughline/model';
import type { SessionInfo } from '@throughline/contract';

export interface Rights {
  /** `values` are the record's; for `create`, those it will have (its space decides). */
  readonly may: (verb: Verb, entity: string, values: Values) => boolean;
  readonly mayEditField: (entity: string, values: Values, field: Field) => boolean;
}

export function makeRights(session: () => SessionInfo): Rights {
  function roleFor(space: unknown): Role | null {
    const { role, spaces } = session();
    const name = typeof space === 'string' ? spaces.find(({ id }) => id === space)?.role : role;
    return ROLES.find((candidate) => candidate === name) ?? null;
  }
  function may(verb: Verb, name: string, values: Values): boolean {
    const entity = MODEL.entity(name);
    const rule = entity.rules[verb];
    if (rule === undefined) return false;
    const place = rule.in === 'workspace' || entity.place === null ? undefined : values[entity.place];
    const role = roleFor(place);
    const person = session().person.id;
    if (verb !== 'create' && entity.hasAudience && role !== 'admin')
      if (!isInAudience(values, person, verb === 'read')) return false;
    const isOwn = verb !== 'create' && values[entity.ownedBy] === person;
    return isRoleAtLeast(role, isOwn && rule.own !== undefined ? rule.own : rule.role);
  }
  return {
    may,
    mayEditField: (entity, values, field) => {
      if (field.type === 'votes') return may('create', 'vote', values);
      const isDerived = MODEL.findFieldType(field.type)?.derived === true;
      return field.readOnly !== true && !isDerived && may('update', entity, values);
    },
  };
}
