import { SPACE_ACCESS } from '@throughline/model';
import { Button, Checkbox, Combobox, IconButton, Select, UnfoldItem } from '@throughline/ui';
import { Archive, X } from 'lucide-react';
import { useState } from 'react';
import { useRecords, useRelated } from '../../data/data-context.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { byRank } from '../../data/space-views.ts';
import { useSession } from '../../data/use-session.ts';
import { readNumber, readText } from '../../fields/read-value.ts';
import { AppLink } from '../../frame/app-link.tsx';
import { t } from '../../messages/area-t.ts';
import { DescriptionSettings } from './description-settings.tsx';
import { NewSpaceForm } from './new-space-form.tsx';
import { byName, personItems } from './people-items.ts';
import { RoleSelect } from './role-select.tsx';
import { CommitField } from './setting-parts.tsx';
import { SpaceTemplateActs } from './space-template-acts.tsx';
import { useAct } from '../../answers/use-act.ts';

const ranked = { compare: byRank };

export function SpaceSettings() {
  const spaces = useRecords('space', ranked);
  const { role } = useSession();
  return (
    <>
      {(role === 'admin' || role === 'editor') && <NewSpaceForm />}
      <ul className="divide-y border-y">
        {spaces.map((space) => (
          <SpaceItem key={space.id} space={space} />
        ))}
      </ul>
    </>
  );
}

function SpaceItem({ space }: { readonly space: ReplicaRecord }) {
  const [isOpen, setOpen] = useState(false);
  const access = SPACE_ACCESS.find((each) => each === space.values['access']) ?? 'open';
  return (
    <UnfoldItem
      isOpen={isOpen}
      onToggle={() => setOpen(!isOpen)}
      head={
        <>
          <span className="min-w-0 flex-1 truncate font-medium">
            {readText(space.values['emoji'])} {readText(space.values['name'])}{' '}
            <span className="figures text-small font-normal text-muted">{readText(space.values['key'])}</span>
          </span>
          <span className="pr-2 text-muted">{t(`access.${access}`)}</span>
        </>
      }
    >
      <SpaceEditor space={space} access={access} />
    </UnfoldItem>
  );
}

interface SpaceEditorProps {
  readonly space: ReplicaRecord;
  readonly access: (typeof SPACE_ACCESS)[number];
}

function SpaceEditor({ space: { id, values }, access }: SpaceEditorProps) {
  const { act } = useAct();
  const isAdmin = useSession().spaces.find((each) => each.id === id)?.role === 'admin';
  const name = readText(values['name']);
  const change = (body: Readonly<Record<string, string | number | boolean | null>>) =>
    void act({ method: 'PATCH', path: `/spaces/${id}`, body, message: t('settings.spaceSaved', { name }) });
  return (
    <div className="flex flex-col gap-4 pb-5 pl-6">
      <div className="grid gap-3 sm:grid-cols-[2fr_5rem_2fr]">
        <CommitField
          label={t('settings.spaceName')}
          value={name}
          required
          disabled={!isAdmin}
          onCommit={(next) => change({ name: next })}
        />
        <CommitField
          label={t('settings.emoji')}
          value={readText(values['emoji'])}
          disabled={!isAdmin}
          onCommit={(emoji) => change({ emoji })}
        />
        <Select
          label={t('settings.access')}
          items={SPACE_ACCESS.map((value) => ({ value, label: t(`access.${value}`) }))}
          value={access}
          disabled={!isAdmin}
          hint={t(`access.${access}.text`)}
          onChange={(next) => change({ access: next })}
        />
      </div>
      <CommitField
        label={t('settings.about')}
        value={readText(values['about'])}
        disabled={!isAdmin}
        onCommit={(about) => change({ about })}
      />
      <Checkbox
        label={t('settings.tellsHidden')}
        checked={values['tellsHidden'] === true}
        disabled={!isAdmin}
        onChange={(tellsHidden) => change({ tellsHidden })}
      />
      <div className="w-48">
        <CommitField
          label={t('settings.answerWithin')}
          value={String(readNumber(values['answerWithin']) ?? '')}
          disabled={!isAdmin}
          onCommit={(hours) => change({ answerWithin: hours.trim() === '' ? null : Number(hours) })}
        />
      </div>
      <AppLink
        href={`/settings/standards?space=${readText(values['key'])}`}
        className="self-start text-accent-text underline-offset-2 hover:underline"
      >
        {t('standard.ofSpace')}
      </AppLink>
      <SpaceMembers space={id} isAdmin={isAdmin} />
      <DescriptionSettings space={id} />
      <SpaceTemplateActs space={{ id, key: readText(values['key']), name }} />
      {isAdmin && (
        <Button
          icon={<Archive size={14} />}
          className="self-start"
          onClick={() =>
            void act({
              method: 'POST',
              path: `/spaces/${id}/archive`,
              message: t('settings.archived', { name }),
            })
          }
        >
          {t('settings.archiveSpace')}
        </Button>
      )}
    </div>
  );
}

function SpaceMembers({ space, isAdmin }: { readonly space: string; readonly isAdmin: boolean }) {
  const { act } = useAct();
  const memberships = useRelated('membership', 'in', space);
  const people = useRecords('person', byName);
  const nameOf = (id: unknown) => readText(people.find((person) => person.id === id)?.values['name']);
  const members = memberships.filter(({ values }) => nameOf(values['person']) !== '');
  const others = people.filter(({ id }) => !members.some(({ values }) => values['person'] === id));
  return (
    <div>
      <h4 className="mb-1 text-small font-medium text-muted">{t('settings.spaceMembers')}</h4>
      <ul className="divide-y border-y">
        {members.map(({ id, values }) => {
          const name = nameOf(values['person']);
          return (
            <li key={id} className="flex min-h-9 items-center gap-3">
              <span className="min-w-0 flex-1 truncate">{name}</span>
              <RoleSelect
                label={t('settings.roleOf', { name })}
                hideLabel
                value={readText(values['role'])}
                disabled={!isAdmin}
                onChange={(role) => void act({ method: 'PATCH', path: `/memberships/${id}`, body: { role } })}
              />
              {isAdmin && (
                <IconButton
                  size="small"
                  label={t('settings.removeMember', { name })}
                  icon={<X size={14} />}
                  onClick={() =>
                    void act({
                      method: 'DELETE',
                      path: `/memberships/${id}`,
                      message: t('settings.memberRemoved', { name }),
                    })
                  }
                />
              )}
            </li>
          );
        })}
      </ul>
      {isAdmin && others.length > 0 && (
        <div className="mt-2 w-64">
          <Combobox
            label={t('settings.addMember')}
            hideLabel
            placeholder={t('settings.addMember')}
            items={personItems(others)}
            value={null}
            onChange={(person) =>
              person !== null &&
              void act({
                method: 'POST',
                path: '/memberships',
                body: { person, in: space, role: 'contributor' },
              })
            }
          />
        </div>
      )}
    </div>
  );
}
