import { TextField } from '@throughline/ui';
import { t } from '../messages/area-t.ts';

export const shortestPassword = 10;

export interface Account {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export interface AccountFieldsProps {
  readonly account: Account;
  readonly onChange: (part: Partial<Account>) => void;
  readonly passwordHint: string;
}

/** Who somebody is, and how he signs in. */
export function AccountFields({ account, onChange, passwordHint }: AccountFieldsProps) {
  return (
    <>
      <TextField
        label={t('firstRun.name')}
        autoComplete="name"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the page is there to be filled in
        autoFocus
        required
        size="large"
        value={account.name}
        onChange={(name) => onChange({ name })}
      />
      <TextField
        label={t('firstRun.email')}
        type="email"
        autoComplete="username"
        required
        size="large"
        value={account.email}
        onChange={(email) => onChange({ email })}
      />
      <TextField
        label={t('firstRun.password')}
        type="password"
        autoComplete="new-password"
        minLength={shortestPassword}
        required
        size="large"
        hint={passwordHint}
        value={account.password}
        onChange={(password) => onChange({ password })}
      />
    </>
  );
}
