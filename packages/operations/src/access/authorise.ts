/** The one place that decides who may do what. Everything else asks here, before it tells that a record exists. */
import { Refusal } from '@throughline/contract';
import type { StoredRecord } from '@throughline/db';
import {
  isInAudience,
  isRoleAtLeast,
  permissionName,
  roleInSpace,
  type Audience,
  type Entity,
  type Role,
  type Rule,
  type Values,
  type Verb,
} from '@throughline/model';
import type { Actor, Visitor } from './actor.ts';
import type { WorkspaceState } from './workspace-state.ts';

/** The actor's role in a space, or in the workspace when `space` is null; null is no role at all. */
export function roleOf(state: WorkspaceState, actor: Actor, space: string | null): Role | null {
  if (actor.kind === 'system') return 'admin';
  if (actor.person === null) return null;
  const workspaceRole = state.roles.get(actor.person) ?? null;
  if (space === null) return workspaceRole;
  const place = state.spaces.get(space);
  if (!place) return null;
  return roleInSpace(workspaceRole, state.memberships.get(`${actor.person} ${space}`) ?? null, place.access);
}

/** What a decision depends on: the space concerned and whose the record is. */
export type Subject = {
  readonly space: string | null;
  readonly owner?: string | null;
  /** The contact whose own the record is. */
  readonly visitor?: string | null;
  /** Of a record that says itself whom it is for. */
  readonly audience?: Audience;
};

/** What a decision about a record depends on. */
export function subjectOf(entity: Entity, { id, values }: StoredRecord): Subject {
  return {
    space: placeOf(entity, id, values),
    owner: ownerOf(entity, id, values),
    visitor: entity.visitors.length === 0 ? null : ((values['contact'] as string | undefined) ?? null),
    ...(entity.hasAudience ? { audience: values } : {}),
  };
}

export function isAllowed(state: WorkspaceState, actor: Actor, { entity, verb, subject }: Question): boolean {
  const rule: Rule | undefined = entity.rules[verb];
  if (actor.kind === 'system') return true;
  if (actor.visitor) return isVisitorAllowed(actor.visitor, { entity, verb, subject });
  if (!rule || !isInScope(actor, entity, verb)) return false;
  const role = roleOf(state, actor, rule.in === 'workspace' ? null : subject.space);
  const isForActor =
    subject.audience === undefined ||
    role === 'admin' ||
    isInAudience(subject.audience, actor.person, verb === 'read');
  if (!isForActor) return false;
  if (isRoleAtLeast(role, rule.role)) return true;
  const isOwn = actor.person !== null && subject.owner === actor.person;
  return isOwn && rule.own !== undefined && isRoleAtLeast(role, rule.own);
}

/** People outside add words and votes in the one space, and are added to the workspace's contacts. */
function isVisitorAllowed({ space, contact }: Visitor, { entity, verb, subject }: Question): boolean {
  if (!entity.visitors.includes(verb)) return false;
  if (entity.scope === 'space' && subject.space !== space) return false;
  return verb === 'create' || (contact !== null && subject.visitor === contact);
}

export type Question = { readonly entity: Entity; readonly verb: Verb; readonly subject: Subject };

/** Refuses as not found where the actor may not even read, so that nothing tells what exists. */
export function authorise(state: WorkspaceState, actor: Actor, question: Question): void {
  if (isAllowed(state, actor, question)) return;
  const { entity, verb } = question;
  if (verb !== 'create' && !isAllowed(state, actor, { ...question, verb: 'read' }))
    throw new Refusal('not_found');
  if (
    verb === 'create' &&
    question.subject.space !== null &&
    roleOf(state, actor, question.subject.space) === null
  ) {
    throw new Refusal('not_found', { message: 'There is no such space.' });
  }
  const rule = entity.rules[verb];
  throw new Refusal('forbidden', {
    message: `You may not ${verb} this ${entity.label.one}.`,
    why: rule
      ? `It takes ${requirement(rule)}${actor.scopes ? `, and the token needs the scope ${permissionName(entity, verb)}` : ''}.`
      : `Nobody may ${verb} a ${entity.label.one} directly.`,
  });
}

function requirement({ role, own }: Rule): string {
  if (role === 'nobody') return 'it being your own';
  return `the role ${role}${own ? `, or ${own} where it is your own` : ''}`;
}

function isInScope(actor: Actor, entity: Entity, verb: Verb): boolean {
  return mayUse(actor, permissionName(entity, verb));
}

/** Whether the actor's token, where there is one, was given a permission (`idea:merge`). */
export function mayUse({ scopes }: Actor, permission: string): boolean {
  if (scopes === undefined) return true;
  const [entity, verb] = permission.split(':');
  return scopes.some((scope) => ['*', permission, `${entity}:*`, `*:${verb}`].includes(scope));
}

/** The space whose roles decide over a record. */
export function placeOf(entity: Entity, id: string, values: Values): string | null {
  if (entity.place === null) return null;
  return entity.place === 'id' ? id : ((values[entity.place] as string | undefined) ?? null);
}

export function ownerOf(entity: Entity, id: string, values: Values): string | null {
  return entity.ownedBy === 'id' ? id : ((values[entity.ownedBy] as string | undefined) ?? null);
}

/** Where the actor may read records of an entity; his own count where the rule lets him read those. */
export type ReadablePlaces = { readonly spaces: readonly string[]; readonly isWorkspaceReadable: boolean };

export function readablePlaces(state: WorkspaceState, actor: Actor, entity: Entity): ReadablePlaces {
  const mayRead = (space: string | null): boolean =>
    isAllowed(state, actor, { entity, verb: 'read', subject: { space, owner: actor.person } });
  return { spaces: [...state.spaces.keys()].filter(mayRead), isWorkspaceReadable: mayRead(null) };
}

/** Refuses a token that was not given this permission. */
export function mustBeInScope(actor: Actor, entity: Entity, verb: Verb): void {
  if (isInScope(actor, entity, verb)) return;
  throw new Refusal('forbidden', {
    message: `The token may not ${verb} ${entity.label.many}.`,
    why: `It needs the scope ${permissionName(entity, verb)}.`,
  });
}
