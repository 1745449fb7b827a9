/** Who may do what, as data. Rights are per space and entity, never per record, except for what is one's own. */

/** From least to most. */
export const ROLES = ['viewer', 'contributor', 'editor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Who acts. Persons (and tokens, which act for a person within scopes) are judged by their role. */
export const ACTOR_KINDS = [
  'person',
  'token',
  'contact',
  'anonymous',
  'automation',
  'connector',
  'system',
] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

export const SPACE_ACCESS = ['private', 'limited', 'open'] as const;
export type SpaceAccess = (typeof SPACE_ACCESS)[number];

/**
 * Least role for a verb, or `nobody` where only the record's own person may; `own` is the least role for records
 * the actor made.
 */
export type Rule = {
  readonly role: Role | 'nobody';
  readonly own?: Role;
  /** Where the role is asked: in the record's space, or in the workspace. */
  readonly in?: 'space' | 'workspace';
};

export function isRoleAtLeast(role: Role | null, least: Role | 'nobody'): boolean {
  return role !== null && least !== 'nobody' && ROLES.indexOf(role) >= ROLES.indexOf(least);
}

/**
 * The role of a person in a space. A workspace admin is admin everywhere; a membership counts as given;
 * without one an open space lets everybody contribute and a limited one read and comment, as far as the
 * workspace role reaches.
 */
export function roleInSpace(
  workspaceRole: Role | null,
  membership: Role | null,
  access: SpaceAccess,
): Role | null {
  if (workspaceRole === null) return null;
  if (workspaceRole === 'admin') return 'admin';
  const byAccess = { private: null, limited: 'viewer', open: 'contributor' } as const;
  const granted = byAccess[access];
  const open = granted !== null && isRoleAtLeast(granted, workspaceRole) ? workspaceRole : granted;
  if (membership === null) return open;
  return isRoleAtLeast(membership, open ?? 'viewer') ? membership : open;
}

/** Whom a record is for: everybody in its place (open), changed by few (limited), or for few alone (restricted). */
export const AUDIENCE_ACCESS = ['open', 'limited', 'restricted'] as const;

/** The fields of a record that say it. */
export type Audience = {
  readonly access?: unknown;
  readonly owner?: unknown;
  /** Ids of people, as are the readers. */
  readonly editors?: unknown;
  readonly readers?: unknown;
};

/**
 * Whether a person is among those a record is for. Comes on top of the role, never instead of it; admins of the
 * place are asked by their role alone.
 */
export function isInAudience(audience: Audience, person: string | null, isReading: boolean): boolean {
  const { access, owner, editors, readers } = audience;
  if (access !== 'limited' && access !== 'restricted') return true;
  if (person === null) return isReading && access === 'limited';
  const isNamed = (people: unknown): boolean => Array.isArray(people) && people.includes(person);
  if (owner === person || isNamed(editors)) return true;
  return isReading && (access === 'limited' || isNamed(readers));
}
