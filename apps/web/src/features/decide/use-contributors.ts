import { isRoleAtLeast, roleInSpace, ROLES, SPACE_ACCESS, type Role } from '@throughline/model';
import { useRecord, useRecords } from '../../data/data-context.ts';

/** Ids of the people who may contribute in a space. */
export function useContributors(space: string): readonly string[] {
  const people = useRecords('person');
  const memberships = useRecords('membership');
  const given = useRecord('space', space)?.['access'];
  const access = SPACE_ACCESS.find((each) => each === given) ?? 'private';
  const roles = new Map(
    memberships.map(({ values }) => [nameOf(values['person'], values['in']), readRole(values['role'])]),
  );
  return people
    .map(({ id }) => id)
    .filter((person) =>
      isRoleAtLeast(
        roleInSpace(roles.get(nameOf(person)) ?? null, roles.get(nameOf(person, space)) ?? null, access),
        'contributor',
      ),
    );
}

function nameOf(person: unknown, space: unknown = ''): string {
  return `${String(person)} ${typeof space === 'string' ? space : ''}`;
}

function readRole(role: unknown): Role | null {
  return ROLES.find((each) => each === role) ?? null;
}
