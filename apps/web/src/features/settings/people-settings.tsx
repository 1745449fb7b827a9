import { Avatar, Button } from '@throughline/ui';
import { readItems, useAnswer } from '../../answers/use-answer.ts';
import { useRecords } from '../../data/data-context.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { useSession } from '../../data/use-session.ts';
import { readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';
import { InviteForm } from './invite-form.tsx';
import { byName } from './people-items.ts';
import { RoleSelect } from './role-select.tsx';
import { SettingGroup } from './setting-parts.tsx';
import { useAct } from '../../answers/use-act.ts';

/** Who is here with which role, who was invited, who left. */
export function PeopleSettings() {
  const people = useRecords('person', byName);
  const memberships = useRecords('membership');
  const { role } = useSession();
  const isAdmin = role === 'admin';
  const archived = useAnswer(isAdmin ? '/people?archived=true&limit=200' : undefined);
  const { act } = useAct();
  const gone = readItems(archived.body) ?? [];
  const membershipOf = (person: string) =>
    memberships.find(({ values }) => values['person'] === person && values['in'] === undefined);

  async function changePerson(id: string, name: string, verb: 'archive' | 'restore') {
    const message = t(verb === 'archive' ? 'settings.deactivated' : 'settings.reactivated', { name });
    await act({ method: 'POST', path: `/people/${id}/${verb}`, message });
    archived.reload();
  }
  return (
    <>
      {isAdmin && <InviteForm />}
      <SettingGroup title={t('settings.membersCount', { count: people.length })}>
        <ul className="divide-y border-y">
          {people.map((person) => (
            <PersonRow
              key={person.id}
              person={person}
              membership={membershipOf(person.id)}
              isAdmin={isAdmin}
              onDeactivate={() => void changePerson(person.id, readText(person.values['name']), 'archive')}
            />
          ))}
        </ul>
      </SettingGroup>
      {gone.length > 0 && (
        <SettingGroup title={t('settings.inactive')}>
          <ul className="divide-y border-y">
            {gone.map((person) => {
              const name = readText(person['name']);
              return (
                <li key={readText(person['id'])} className="flex items-center gap-3 py-2">
                  <span className="min-w-0 flex-1 truncate text-muted">{name}</span>
                  <Button
                    size="small"
                    onClick={() => void changePerson(readText(person['id']), name, 'restore')}
                  >
                    {t('settings.reactivate')}
                  </Button>
                </li>
              );
            })}
          </ul>
        </SettingGroup>
      )}
    </>
  );
}

interface PersonRowProps {
  readonly person: ReplicaRecord;
  readonly membership: ReplicaRecord | undefined;
  readonly isAdmin: boolean;
  readonly onDeactivate: () => void;
}

function PersonRow({ person, membership, isAdmin, onDeactivate }: PersonRowProps) {
  const { act } = useAct();
  const me = useSession().person.id;
  const name = readText(person.values['name']);
  const role = readText(membership?.values['role']);
  return (
    <li className="flex min-h-11 items-center gap-3 py-1.5 max-sm:flex-wrap">
      <Avatar name={name} size="medium" />
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">{name}</p>
        <p className="truncate text-small text-muted">
          {[readText(person.values['title']), readText(person.values['email'])].filter(Boolean).join(' · ')}
        </p>
      </div>
      <RoleSelect
        label={t('settings.roleOf', { name })}
        hideLabel
        value={role}
        disabled={!isAdmin || membership === undefined}
        onChange={(next) =>
          void act({
            method: 'PATCH',
            path: `/memberships/${membership?.id ?? ''}`,
            body: { role: next },
            message: t('settings.roleChanged', { name, role: t(`role.${next}`) }),
          })
        }
      />
      {isAdmin && person.id !== me && (
        <Button
          size="small"
          variant="quiet"
          aria-label={t('settings.deactivateNamed', { name })}
          onClick={onDeactivate}
        >
          {t('settings.deactivate')}
        </Button>
      )}
    </li>
  );
}
