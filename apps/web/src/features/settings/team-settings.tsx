import { Button, IconButton, MultiCombobox, TextField } from '@throughline/ui';
import { Archive } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useRecords } from '../../data/data-context.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { useSession } from '../../data/use-session.ts';
import { readText, readTexts } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';
import { byName, personItems } from './people-items.ts';
import { CommitField } from './setting-parts.tsx';
import { useAct } from '../../answers/use-act.ts';

export function TeamSettings() {
  const teams = useRecords('team', byName);
  const people = personItems(useRecords('person', byName));
  const { role } = useSession();
  const mayEdit = role === 'admin' || role === 'editor';
  return (
    <>
      {mayEdit && <NewTeam />}
      {teams.length === 0 && <p className="text-muted">{t('settings.noTeams')}</p>}
      <ul className="divide-y">
        {teams.map((team) => (
          <TeamRow key={team.id} team={team} people={people} mayEdit={mayEdit} />
        ))}
      </ul>
    </>
  );
}

interface TeamRowProps {
  readonly team: ReplicaRecord;
  readonly people: ReturnType<typeof personItems>;
  readonly mayEdit: boolean;
}

function TeamRow({ team, people, mayEdit }: TeamRowProps) {
  const { act } = useAct();
  const name = readText(team.values['name']);
  const change = (body: { readonly [field: string]: string | string[] }) =>
    void act({
      method: 'PATCH',
      path: `/teams/${team.id}`,
      body,
      message: t('settings.teamSaved', { name }),
    });
  return (
    <li className="grid items-end gap-3 py-4 sm:grid-cols-[1fr_1fr_2fr_auto]">
      <CommitField
        label={t('settings.teamName')}
        value={name}
        required
        disabled={!mayEdit}
        onCommit={(next) => change({ name: next })}
      />
      <CommitField
        label={t('settings.department')}
        value={readText(team.values['department'])}
        disabled={!mayEdit}
        onCommit={(department) => change({ department })}
      />
      <MultiCombobox
        label={t('settings.members')}
        items={people}
        value={readTexts(team.values['members'])}
        disabled={!mayEdit}
        onChange={(members) => change({ members: [...members] })}
      />
      {mayEdit && (
        <IconButton
          label={t('settings.archiveNamed', { name })}
          icon={<Archive size={15} />}
          onClick={() =>
            void act({
              method: 'POST',
              path: `/teams/${team.id}/archive`,
              message: t('settings.archived', { name }),
            })
          }
        />
      )}
    </li>
  );
}

function NewTeam() {
  const { act } = useAct();
  const [name, setName] = useState('');
  async function create(event: FormEvent) {
    event.preventDefault();
    const made = await act({ method: 'POST', path: '/teams', body: { name: name.trim() } });
    if (made) setName('');
  }
  return (
    <form onSubmit={(event) => void create(event)} className="flex items-end gap-3">
      <div className="w-64">
        <TextField label={t('settings.newTeam')} value={name} onChange={setName} required />
      </div>
      <Button type="submit" variant="primary" disabled={name.trim() === ''}>
        {t('settings.create')}
      </Button>
    </form>
  );
}
