import { Button, Select, TextField, UnfoldItem } from '@throughline/ui';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useAct } from '../../answers/use-act.ts';
import { readItems, useAnswer } from '../../answers/use-answer.ts';
import { useRecords } from '../../data/data-context.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { useSession } from '../../data/use-session.ts';
import { formatAgo, readMoment } from '../../fields/moment-text.ts';
import { readNumber, readText } from '../../fields/read-value.ts';
import { locale, t } from '../../messages/area-t.ts';
import { MailboxEditor } from './mailbox-editor.tsx';
import { byName } from './people-items.ts';
import { PortalEditor } from './portal-editor.tsx';
import { SettingGroup } from './setting-parts.tsx';
import { suggestSlug } from './suggest-slug.ts';

/** Where feedback comes in, and how each of these ways is doing. */
export function ChannelSettings() {
  const { body, reload } = useAnswer('/channels');
  const health = new Map((readItems(body) ?? []).map((item) => [readText(item['id']), item]));
  const portals = useRecords('portal', byName);
  const mailboxes = useRecords('mailbox', byName);
  const healthOf = ({ id }: ReplicaRecord): ReactNode => <Health item={health.get(id)} />;
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
    </>
  );
}

interface ChannelListProps {
  readonly records: readonly ReplicaRecord[];
  readonly none: string;
  readonly aboutOf: (record: ReplicaRecord) => ReactNode;
  readonly children: (record: ReplicaRecord) => ReactNode;
}

function ChannelList({ records, none, aboutOf, children }: ChannelListProps) {
  const [open, setOpen] = useState<string>();
  if (records.length === 0) return <p className="text-muted">{none}</p>;
  return (
    <ul className="divide-y border-y">
      {records.map((record) => (
        <UnfoldItem
          key={record.id}
          isOpen={open === record.id}
          onToggle={() => setOpen(open === record.id ? undefined : record.id)}
          head={
            <>
              <span className="min-w-0 flex-1 truncate font-medium">{readText(record.values['name'])}</span>
              {aboutOf(record)}
            </>
          }
        >
          {children(record)}
        </UnfoldItem>
      ))}
    </ul>
  );
}

function Health({ item }: { readonly item: Readonly<Record<string, unknown>> | undefined }) {
  if (item === undefined) return null;
  const count = readNumber(item['items']) ?? 0;
  const last = readMoment(item['lastItemAt']);
  const waiting = readNumber(item['waiting']) ?? 0;
  const backlog = readNumber(item['backlog']) ?? 0;
  const faultAt = readMoment(item['faultAt']);
  const parts = [
    count === 0 ? t('channel.nothing') : t('channel.items', { count }),
    ...(last ? [t('channel.last', { ago: formatAgo(last, locale) })] : []),
    ...(backlog > 0 ? [t('channel.backlog', { count: backlog })] : []),
    ...(waiting > 0 ? [t('channel.waiting', { count: waiting })] : []),
  ];
  return (
    <span className="figures flex flex-col items-end pr-2 text-small text-muted">
      <span>{parts.join(' · ')}</span>
      {faultAt && (
        <span className="text-danger">
          {t('channel.fault', { ago: formatAgo(faultAt, locale), fault: readText(item['fault']) })}
        </span>
      )}
    </span>
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
