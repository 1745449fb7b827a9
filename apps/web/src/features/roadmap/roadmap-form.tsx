import { AUDIENCE_ACCESS, type Values } from '@throughline/model';
import { Button, MultiCombobox, Select, TextField } from '@throughline/ui';
import { useState, type FormEvent } from 'react';
import { useFields, useRecords, useWorkspace } from '../../data/data-context.ts';
import { useSession } from '../../data/use-session.ts';
import { readText, readTexts } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';

export interface RoadmapFormProps {
  /** Of the roadmap that is changed; nothing for a new one. */
  readonly values: Values;
  readonly submit: string;
  readonly onSubmit: (values: Values) => void;
}

type Access = (typeof AUDIENCE_ACCESS)[number];

/** What a roadmap is and for whom. */
export function RoadmapForm({ values, submit, onSubmit }: RoadmapFormProps) {
  const homes = useHomes();
  const [name, setName] = useState(readText(values['name']));
  const [emoji, setEmoji] = useState(readText(values['emoji']));
  const [home, setHome] = useState(readText(values['space']) || (homes[0]?.value ?? ''));
  const [spaces, setSpaces] = useState<readonly string[]>(
    readTexts(values['spaces']).length > 0 ? readTexts(values['spaces']) : homes.map(({ value }) => value),
  );
  const [goals, setGoals] = useState(readText(values['goals']) || 'parent');
  const [access, setAccess] = useState<Access>(
    AUDIENCE_ACCESS.find((each) => each === values['access']) ?? 'limited',
  );
  const [editors, setEditors] = useState(readTexts(values['editors']));
  const [readers, setReaders] = useState(readTexts(values['readers']));
  const isNew = values['space'] === undefined;
  const people = usePeople();

  function send(event: FormEvent) {
    event.preventDefault();
    onSubmit({
      name: name.trim(),
      emoji: emoji.trim() || null,
      spaces,
      access,
      editors,
      readers,
      ...(isNew && { space: home, goals: goals === 'parent' ? null : goals }),
    });
  }
  return (
    <form onSubmit={send} className="flex flex-col gap-4">
      <div className="grid grid-cols-[1fr_5rem] gap-3">
        <TextField label={t('roadmap.name')} required value={name} onChange={setName} />
        <TextField label={t('roadmap.emoji')} value={emoji} onChange={setEmoji} />
      </div>
      <MultiCombobox
        label={t('roadmap.spaces')}
        items={useSources(spaces)}
        value={spaces}
        onChange={setSpaces}
      />
      {isNew && (
        <div className="grid gap-3 sm:grid-cols-2">
          <Select
            label={t('roadmap.home')}
            hint={t('roadmap.homeHint')}
            items={homes}
            value={home}
            onChange={setHome}
          />
          <Select label={t('roadmap.goals')} items={useGoalFields()} value={goals} onChange={setGoals} />
        </div>
      )}
      <Select
        label={t('roadmap.access')}
        items={AUDIENCE_ACCESS.map((value) => ({ value, label: t(`roadmap.access.${value}`) }))}
        value={access}
        onChange={setAccess}
      />
      {access !== 'open' && (
        <MultiCombobox label={t('roadmap.editors')} items={people} value={editors} onChange={setEditors} />
      )}
      {access === 'restricted' && (
        <MultiCombobox label={t('roadmap.readers')} items={people} value={readers} onChange={setReaders} />
      )}
      <Button
        type="submit"
        variant="primary"
        disabled={name.trim() === '' || spaces.length === 0 || home === ''}
        className="self-end"
      >
        {submit}
      </Button>
    </form>
  );
}

/** Spaces where the person may make roadmaps. */
function useHomes() {
  const { rights } = useWorkspace();
  const { spaces } = useSession();
  return spaces
    .filter(({ id }) => rights.may('create', 'roadmap', { space: id }))
    .map(({ id, name }) => ({ value: id, label: name }));
}

/** All spaces the person sees; sources that are not among them stay without a name. */
function useSources(chosen: readonly string[]) {
  const { spaces } = useSession();
  const unseen = chosen.filter((id) => !spaces.some((space) => space.id === id));
  return [
    ...spaces.map(({ id, name }) => ({ value: id, label: name })),
    ...unseen.map((id) => ({ value: id, label: '…' })),
  ];
}

const goalTypes = new Set(['select', 'multi-select', 'relation']);

function useGoalFields() {
  const fields = useFields('idea').filter(({ type, id }) => goalTypes.has(type) && id !== 'status');
  return [
    { value: 'parent', label: t('roadmap.goalsParent') },
    ...fields.map(({ id, name }) => ({ value: id, label: name })),
  ];
}

function usePeople() {
  return useRecords('person').map(({ id, values }) => ({ value: id, label: readText(values['name']) }));
}
