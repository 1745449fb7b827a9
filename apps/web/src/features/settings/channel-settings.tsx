import { Button, Select, TextField } from '@throughline/ui';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useAct } from '../../answers/use-act.ts';
import { readItems, useAnswer } from '../../answers/use-answer.ts';
import { useRecords } from '../../data/data-context.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { useSession } from '../../data/use-session.ts';
import { readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';
import { ChannelHealth, ChannelList } from './channel-list.tsx';
import { ConnectionSettings } from './connection-settings.tsx';
import { MailboxEditor } from './mailbox-editor.tsx';
import { byName } from './people-items.ts';
import { PortalEditor } from './portal-editor.tsx';
import { ReplySettings } from './reply-settings.tsx';
import { SettingGroup } from './setting-parts.tsx';
import { SurveySettings } from './survey-settings.tsx';
import { suggestSlug } from './suggest-slug.ts';

/** Where feedback comes in, and how each of these ways is doing. */
export function ChannelSettings() {
  const { body, reload } = useAnswer('/channels');
  const health = new Map((readItems(body) ?? []).map((item) => [readText(item['id']), item]));
  const portals = useRecords('portal', byName);
  const mailboxes = useRecords('mailbox', byName);
  const healthOf = ({ id }: ReplicaRecord): ReactNode => <ChannelHealth item={health.get(id)} />;
  return (
    <>
      <SettingGroup title={t('channel.portals')} text={t('channel.portals.text')}>
        <NewChannel
          label={t('channel.newPortal')}
          path="/portals"
          valuesOf={(name) => ({ name, slug: suggestSlug(name) })}
          onMade={reload}
        />
        <ChannelList records={portals} none={t('channel.noPortals')} aboutOf={healthOf}>
          {(portal) => <PortalEditor portal={portal} />}
        </ChannelList>
      </SettingGroup>
      <SettingGroup title={t('channel.mailboxes')} text={t('channel.mailboxes.text')}>
        <NewChannel
          label={t('channel.newMailbox')}
          path="/mailboxes"
          valuesOf={(address) => ({ name: address, address })}
          onMade={reload}
        />
        <ChannelList records={mailboxes} none={t('channel.noMailboxes')} aboutOf={healthOf}>
          {(mailbox) => <MailboxEditor mailbox={mailbox} />}
        </ChannelList>
      </SettingGroup>
      <ReplySettings />
      <SurveySettings />
      <ConnectionSettings aboutOf={healthOf} onMade={reload} />
    </>
  );
}

interface NewChannelProps {
  readonly label: string;
  readonly path: string;
  readonly valuesOf: (text: string) => Readonly<Record<string, string>>;
  readonly onMade: () => void;
}

/** Offered to admins of at least one space, which the channel then leads to. */
function NewChannel({ label, path, valuesOf, onMade }: NewChannelProps) {
  const { act, isBusy } = useAct();
  const spaces = useSession().spaces.filter(({ role }) => role === 'admin');
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<string>();
  const space = chosen ?? spaces[0]?.id;
  if (space === undefined) return null;
  async function create(event: FormEvent) {
    event.preventDefault();
    const made = await act({ method: 'POST', path, body: { ...valuesOf(text.trim()), space: space ?? '' } });
    if (!made) return;
    setText('');
    onMade();
  }
  return (
    <form
      onSubmit={(event) => void create(event)}
      className="grid items-end gap-3 sm:grid-cols-[2fr_1fr_auto]"
    >
      <TextField label={label} value={text} onChange={setText} required />
      <Select
        label={t('channel.space')}
        items={spaces.map(({ id, name }) => ({ value: id, label: name }))}
        value={space}
        onChange={setChosen}
      />
      <Button type="submit" variant="primary" disabled={isBusy || text.trim() === ''}>
        {t('settings.create')}
      </Button>
    </form>
  );
}
