import { Button, Select, TextField } from '@throughline/ui';
import type { Role } from '@throughline/model';
import { useState, type FormEvent } from 'react';
import { readItems, useAnswer } from '../../answers/use-answer.ts';
import { useSession } from '../../data/use-session.ts';
import { formatMoment, readMoment } from '../../fields/moment-text.ts';
import { readText } from '../../fields/read-value.ts';
import { locale, t } from '../../messages/area-t.ts';
import { RoleSelect } from './role-select.tsx';
import { SettingGroup, ShownOnce } from './setting-parts.tsx';
import { useAct } from '../../answers/use-act.ts';

const everywhere = '*';

/** A link that lets one person join with a role. */
export function InviteForm() {
  const { spaces } = useSession();
  const { act } = useAct();
  const open = useAnswer('/invitations?limit=200&sort=-createdAt');
  const [role, setRole] = useState<Role>('contributor');
  const [space, setSpace] = useState(everywhere);
  const [email, setEmail] = useState('');
  const [link, setLink] = useState<string>();

  async function invite(event: FormEvent) {
    event.preventDefault();
    const made = await act({
      method: 'POST',
      path: '/invitations',
      body: {
        role,
        ...(space !== everywhere && { in: space }),
        ...(email.trim() !== '' && { email: email.trim() }),
      },
    });
    if (!made) return;
    setLink(`${location.origin}${readText(made['path'])}`);
    setEmail('');
    open.reload();
  }
  return (
    <SettingGroup title={t('settings.invite')} text={t('settings.inviteText')}>
      <form
        onSubmit={(event) => void invite(event)}
        className="grid items-end gap-3 sm:grid-cols-[1fr_1fr_1.4fr_auto]"
      >
        <RoleSelect label={t('settings.role')} value={role} onChange={setRole} />
        <Select
          label={t('inbox.space')}
          items={[
            { value: everywhere, label: t('settings.wholeWorkspace') },
            ...spaces.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={space}
          onChange={setSpace}
        />
        <TextField
          label={t('settings.inviteEmail')}
          type="email"
          placeholder={t('settings.inviteAnyone')}
          value={email}
          onChange={setEmail}
        />
        <Button type="submit" variant="primary">
          {t('settings.makeLink')}
        </Button>
      </form>
      {link !== undefined && (
        <ShownOnce label={t('settings.inviteLink')} secret={link} hint={t('settings.inviteOnce')} />
      )}
      <OpenInvitations
        items={readItems(open.body) ?? []}
        onTakeBack={(id) => {
          void act({ method: 'DELETE', path: `/invitations/${id}` }).then(open.reload);
        }}
      />
    </SettingGroup>
  );
}

interface OpenInvitationsProps {
  readonly items: NonNullable<ReturnType<typeof readItems>>;
  readonly onTakeBack: (id: string) => void;
}

function OpenInvitations({ items, onTakeBack }: OpenInvitationsProps) {
  const waiting = items.filter(isOpen);
  if (waiting.length === 0) return null;
  return (
    <ul aria-label={t('settings.openInvitations')} className="divide-y border-y">
      {waiting.map((item) => {
        const until = readMoment(item['expiresAt']);
        const who = readText(item['email']) || t('settings.inviteAnyone');
        return (
          <li key={readText(item['id'])} className="flex items-center gap-3 py-1.5">
            <span className="min-w-0 flex-1 truncate">
              {who} <span className="text-muted">· {roleName(readText(item['role']))}</span>
            </span>
            {until && (
              <span className="text-small text-muted">
                {t('share.until', { day: formatMoment(until, locale).short })}
              </span>
            )}
            <Button size="small" variant="quiet" onClick={() => onTakeBack(readText(item['id']))}>
              {t('settings.takeBack')}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

function isOpen(item: OpenInvitationsProps['items'][number]): boolean {
  return item['acceptedBy'] === undefined && Date.parse(readText(item['expiresAt'])) > Date.now();
}

function roleName(role: string): string {
  return role === 'admin' || role === 'editor' || role === 'contributor' || role === 'viewer'
    ? t(`role.${role}`)
    : role;
}
