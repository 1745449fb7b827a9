import type { Values } from '@throughline/model';
import { Button, Combobox } from '@throughline/ui';
import { X } from 'lucide-react';
import { useAct } from '../../answers/use-act.ts';
import { useRecords } from '../../data/data-context.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { useSession } from '../../data/use-session.ts';
import { readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';
import { byName } from './people-items.ts';
import { ConnectionSecrets } from './connection-secrets.tsx';
import { CommitField } from './setting-parts.tsx';

export function MailboxEditor({ mailbox: { id, values } }: { readonly mailbox: ReplicaRecord }) {
  const { act } = useAct();
  const teams = useRecords('team', byName);
  const isAdmin = useSession().spaces.find((each) => each.id === values['space'])?.role === 'admin';
  const name = readText(values['name']);
  const change = (body: Readonly<Record<string, string | null>>) =>
    void act({ method: 'PATCH', path: `/mailboxes/${id}`, body, message: t('channel.saved', { name }) });
  return (
    <div className="flex flex-col gap-4 pb-5 pl-6">
      <div className="grid items-end gap-3 sm:grid-cols-3">
        <CommitField
          label={t('mailbox.name')}
          value={name}
          required
          disabled={!isAdmin}
          onCommit={(next) => change({ name: next })}
        />
        <CommitField
          label={t('channel.address')}
          value={readText(values['address'])}
          required
          disabled={!isAdmin}
          onCommit={(address) => change({ address })}
        />
        <Combobox
          label={t('mailbox.team')}
          placeholder={t('mailbox.noTeam')}
          items={teams.map((team) => ({ value: team.id, label: readText(team.values['name']) }))}
          value={readText(values['team']) || null}
          disabled={!isAdmin}
          onChange={(team) => change({ team })}
        />
      </div>
      {isAdmin && <Fetching id={id} values={values} onChange={change} />}
      {isAdmin && (
        <Button
          icon={<X size={14} />}
          className="self-end"
          onClick={() =>
            void act({
              method: 'POST',
              path: `/mailboxes/${id}/archive`,
              message: t('channel.closed', { name }),
            })
          }
        >
          {t('channel.close')}
        </Button>
      )}
    </div>
  );
}

interface FetchingProps {
  readonly id: string;
  readonly values: Values;
  readonly onChange: (body: Readonly<Record<string, string | null>>) => void;
}

/** Where its mails lie, when the server is to fetch them. */
function Fetching({ id, values, onChange }: FetchingProps) {
  const kept = values['secretNames'];
  const declared = [
    { key: 'imapPassword', label: t('mailbox.imapPassword'), example: '', isOptional: false },
  ];
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="text-small text-muted">{t('mailbox.imap')}</legend>
      <div className="grid items-start gap-3 pt-2 sm:grid-cols-3">
        {(['imapHost', 'imapUser', 'imapFolder'] as const).map((key) => (
          <CommitField
            key={key}
            label={t(`mailbox.${key}`)}
            hint={t(`mailbox.${key}.hint`)}
            value={readText(values[key])}
            onCommit={(text) => onChange({ [key]: text === '' ? null : text })}
          />
        ))}
      </div>
      {readText(values['imapHost']) !== '' && (
        <ConnectionSecrets
          collection="mailboxes"
          id={id}
          name={readText(values['name'])}
          declared={declared}
          kept={Array.isArray(kept) ? kept.map(String) : []}
        />
      )}
    </fieldset>
  );
}
