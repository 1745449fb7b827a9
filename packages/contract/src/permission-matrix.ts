/** The permission matrix, derived: for every permission, which role may use it, and on what is its own. */
import {
  permissionName,
  ROLES,
  isRoleAtLeast,
  type Model,
  type Role,
  type Rule,
  type Verb,
} from '@throughline/model';

export type MatrixCell = 'all' | 'own' | 'no';
export type MatrixRow = { readonly permission: string; readonly roles: Readonly<Record<Role, MatrixCell>> };

export function permissionMatrix(model: Model): readonly MatrixRow[] {
  return model.entities.flatMap((entity) =>
    (Object.entries(entity.rules) as [Verb, Rule][]).map(([verb, rule]) => ({
      permission: permissionName(entity, verb),
      roles: Object.fromEntries(ROLES.map((role) => [role, cellOf(rule, role)])) as Record<Role, MatrixCell>,
    })),
  );
}

function cellOf(rule: Rule, role: Role): MatrixCell {
  if (isRoleAtLeast(role, rule.role)) return 'all';
  return rule.own !== undefined && isRoleAtLeast(role, rule.own) ? 'own' : 'no';
}
