import { Combobox } from '@throughline/ui';
import { useMemo } from 'react';
import { useSession } from '../../data/use-session.ts';
import { locale, t } from '../../messages/area-t.ts';
import { CommitField } from './setting-parts.tsx';
import { useAct } from '../../answers/use-act.ts';

export function WorkspaceSettings() {
  const { workspace, role } = useSession();
  const { act } = useAct();
  const isAdmin = role === 'admin';
  const change = (body: Readonly<Record<string, string>>) =>
    void act({
      method: 'PATCH',
      path: `/workspaces/${workspace.id}`,
      body,
      message: t('settings.workspaceSaved'),
    });
  const zones = useMemo(
    () =>
      withCurrent(Intl.supportedValuesOf('timeZone'), workspace.zone).map((zone) => ({
        value: zone,
        label: zone,
      })),
    [workspace.zone],
  );
  const currencies = useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: 'currency' });
    return withCurrent(Intl.supportedValuesOf('currency'), workspace.currency).map((code) => ({
      value: code,
      label: code,
      detail: names.of(code) ?? code,
    }));
  }, [workspace.currency]);
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <CommitField
        label={t('firstRun.workspace')}
        value={workspace.name}
        required
        disabled={!isAdmin}
        onCommit={(name) => change({ name })}
      />
      <Combobox
        label={t('settings.zone')}
        items={zones}
        value={workspace.zone}
        disabled={!isAdmin}
        onChange={(zone) => zone !== null && change({ zone })}
      />
      <Combobox
        label={t('settings.currency')}
        items={currencies}
        value={workspace.currency}
        disabled={!isAdmin}
        onChange={(currency) => currency !== null && change({ currency })}
      />
    </div>
  );
}

function withCurrent(known: readonly string[], current: string): readonly string[] {
  return known.includes(current) ? known : [current, ...known];
}
