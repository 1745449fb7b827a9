import { Button } from '@throughline/ui';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { useAct } from '../../answers/use-act.ts';
import { readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';
import { SettingGroup, ShownOnce } from './setting-parts.tsx';

/** Lets the customers of one's own app into the portal without asking them who they are. */
export function PortalKey({
  id,
  address,
  isInUse,
}: {
  readonly id: string;
  readonly address: string;
  readonly isInUse: boolean;
}) {
  const { act, isBusy } = useAct();
  const [secret, setSecret] = useState<string>();
  async function renew() {
    const made = await act({ method: 'POST', path: `/portals/${id}/key` });
    if (made) setSecret(readText(made['secret']));
  }
  return (
    <SettingGroup
      title={t('portal.key')}
      text={t('portal.keyText')}
      action={
        <Button icon={<KeyRound size={14} />} disabled={isBusy} onClick={() => void renew()}>
          {isInUse ? t('portal.keyRenew') : t('portal.keyMake')}
        </Button>
      }
    >
      {secret !== undefined && (
        <ShownOnce label={t('portal.key')} secret={secret} hint={t('portal.keyHint', { address })} />
      )}
    </SettingGroup>
  );
}
