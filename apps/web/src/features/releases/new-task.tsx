import { Button, Combobox, DatePicker, TextField, type Day } from '@throughline/ui';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useAct } from '../../answers/use-act.ts';
import { useRecords } from '../../data/data-context.ts';
import { readText } from '../../fields/read-value.ts';
import { locale, t } from '../../messages/area-t.ts';

export interface NewTaskProps {
  readonly release: string;
  readonly space: string;
}

/** One line for what has to be done; who, by when and of which department are asked once it is being typed. */
export function NewTask({ release, space }: NewTaskProps) {
  const { act, isBusy } = useAct();
  const people = useRecords('person');
  const [title, setTitle] = useState('');
  const [department, setDepartment] = useState('');
  const [owner, setOwner] = useState<string | null>(null);
  const [dueOn, setDueOn] = useState<Day | null>(null);
  async function add() {
    const body = { space, release, title: title.trim(), department: department.trim() || null, owner, dueOn };
    if ((await act({ method: 'POST', path: '/launch-tasks', body })) !== undefined) setTitle('');
  }
  return (
    <form
      aria-label={t('release.newTask')}
      className="flex flex-col gap-3 pt-1"
      onSubmit={(event) => {
        event.preventDefault();
        if (title.trim() !== '' && !isBusy) void add();
      }}
    >
      <div className="flex items-end gap-2">
        <div className="min-w-0 flex-1">
          <TextField
            label={t('release.newTask')}
            hideLabel
            placeholder={t('release.newTask')}
            value={title}
            onChange={setTitle}
            maxLength={300}
          />
        </div>
        <Button type="submit" icon={<Plus size={14} />} disabled={title.trim() === '' || isBusy}>
          {t('release.addTask')}
        </Button>
      </div>
      {title.trim() !== '' && (
        <div className="grid gap-3 sm:grid-cols-3">
          <TextField
            label={t('release.department')}
            value={department}
            onChange={setDepartment}
            maxLength={100}
          />
          <Combobox
            label={t('release.owner')}
            items={people.map(({ id, values }) => ({ value: id, label: readText(values['name']) }))}
            value={owner}
            onChange={setOwner}
          />
          <DatePicker label={t('release.due')} locale={locale} value={dueOn} onChange={setDueOn} />
        </div>
      )}
    </form>
  );
}
