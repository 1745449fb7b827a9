import { CONNECTORS } from '@throughline/model';
import { Button, Select, TextField } from '@throughline/ui';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useAct } from '../../answers/use-act.ts';
import { useRecords } from '../../data/data-context.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { useSession } from '../../data/use-session.ts';
import { t } from '../../messages/area-t.ts';
import { ChannelList } from './channel-list.tsx';
import { ConnectionEditor } from './connection-editor.tsx';
import { byName } from './people-items.ts';
import { SettingGroup } from './setting-parts.tsx';

export interface ConnectionSettingsProps {
  readonly aboutOf: (record: ReplicaRecord) => ReactNode;
  readonly onMade: () => void;
}

/** Chat, support and sales: the programs of others that feedback comes from. */
export function ConnectionSettings({ aboutOf, onMade }: ConnectionSettingsProps) {
  const connections = useRecords('connection', byName);
  return (
    <SettingGroup title={t('connection.many')} text={t('connection.text')}>
      <NewConnection onMade={onMade} />
      <ChannelList records={connections} none={t('connection.none')} aboutOf={aboutOf}>
        {(connection) => <ConnectionEditor connection={connection} />}
      </ChannelList>
    </SettingGroup>
  );
}

/** Offered to admins of at least one space, which the connection then leads to. */
function NewConnection({ onMade }: { readonly onMade: () => void }) {
  const { act, isBusy } = useAct();
  const spaces = useSession().spaces.filter(({ role }) => role === 'admin');
  const [name, setName] = useState('');
  const [connector, setConnector] = useState<string>(CONNECTORS[0].key);
  const [chosen, setChosen] = useState<string>();
  const space = chosen ?? spaces[0]?.id;
  if (space === undefined) return null;
  async function create(event: FormEvent) {
    event.preventDefault();
    const body = { name: name.trim(), connector, space: space ?? '' };
    if (!(await act({ method: 'POST', path: '/connections', body }))) return;
    setName('');
    onMade();
  }
  return (
    <form
      onSubmit={(event) => void create(event)}
      className="grid items-end gap-3 sm:grid-cols-[1fr_2fr_1fr_auto]"
    >
      <Select
        label={t('connection.program')}
        items={CONNECTORS.map(({ key, name: called }) => ({ value: key, label: called }))}
        value={connector}
        onChange={setConnector}
      />
      <TextField label={t('connection.newName')} value={name} onChange={setName} required />
      <Select
        label={t('channel.space')}
        items={spaces.map(({ id, name: called }) => ({ value: id, label: called }))}
        value={space}
        onChange={setChosen}
      />
      <Button type="submit" variant="primary" disabled={isBusy || name.trim() === ''}>
        {t('settings.create')}
      </Button>
    </form>
  );
}
