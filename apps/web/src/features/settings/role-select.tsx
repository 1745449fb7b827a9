import { ROLES, type Role } from '@throughline/model';
import { Select } from '@throughline/ui';
import { t } from '../../messages/area-t.ts';

export interface RoleSelectProps {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: string;
  readonly onChange: (role: Role) => void;
  readonly disabled?: boolean;
}

export function RoleSelect({ label, hideLabel = false, value, onChange, disabled = false }: RoleSelectProps) {
  return (
    <Select
      label={label}
      hideLabel={hideLabel}
      size={hideLabel ? 'small' : 'medium'}
      items={ROLES.toReversed().map((role) => ({ value: role, label: t(`role.${role}`) }))}
      value={ROLES.find((role) => role === value) ?? null}
      onChange={onChange}
      disabled={disabled}
    />
  );
}
