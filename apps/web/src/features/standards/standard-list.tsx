import { Button, Select, TextField } from '@throughline/ui';
import { ChevronRight, Plus } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useRecords, useWorkspace } from '../../data/data-context.ts';
import { useSession } from '../../data/use-session.ts';
import { readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';
import { useAct } from '../../answers/use-act.ts';

const nowhere = '';

/** All standards, and a new one taken from a space that works well. */
export function StandardList({ onOpen }: { readonly onOpen: (id: string) => void }) {
  const { rights } = useWorkspace();
  const standards = useRecords('standard').filter(({ values }) => values['archivedAt'] === undefined);
  const adoptions = useRecords('adoption');
  const [isMaking, setMaking] = useState(false);
  const follow = (id: string) => adoptions.filter(({ values }) => values['standard'] === id).length;
  return (
    <section aria-label={t('standard.all')} className="flex flex-col gap-3">
      {standards.length === 0 ? (
        <p className="text-muted">{t('standard.none')}</p>
      ) : (
        <ul className="divide-y border-y">
          {standards.map(({ id, values }) => (
            <li key={id}>
              <button
                type="button"
                onClick={() => onOpen(id)}
                className="flex min-h-11 w-full items-center gap-3 text-left hover:bg-hover"
              >
                <span className="min-w-0 flex-1 truncate font-medium">{readText(values['name'])}</span>
                <span className="text-small text-muted">
                  {typeof values['version'] === 'number'
                    ? `${t('standard.version', { number: values['version'] })} · ${t('standard.follow', { count: follow(id) })}`
                    : t('standard.draft')}
                </span>
                <ChevronRight size={14} aria-hidden className="text-faint" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {rights.may('create', 'standard', {}) &&
        (isMaking ? (
          <NewStandard onMade={onOpen} onCancel={() => setMaking(false)} />
        ) : (
          <Button icon={<Plus size={14} />} className="self-start" onClick={() => setMaking(true)}>
            {t('standard.new')}
          </Button>
        ))}
    </section>
  );
}

interface NewStandardProps {
  readonly onMade: (id: string) => void;
  readonly onCancel: () => void;
}

function NewStandard({ onMade, onCancel }: NewStandardProps) {
  const { spaces } = useSession();
  const { act, isBusy } = useAct();
  const [name, setName] = useState('');
  const [source, setSource] = useState<string>(spaces[0]?.id ?? nowhere);

  async function create(event: FormEvent) {
    event.preventDefault();
    const called = name.trim();
    const body = { name: called, ...(source !== nowhere && { source }) };
    const message = t('standard.created', { name: called });
    const made = await act({ method: 'POST', path: '/standards', body, message });
    if (made) onMade(readText(made['id']));
  }
  return (
    <form
      aria-label={t('standard.new')}
      onSubmit={(event) => void create(event)}
      className="flex flex-col gap-3 rounded-md border p-4"
    >
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField label={t('standard.name')} required value={name} onChange={setName} />
        <Select
          label={t('standard.takenFrom')}
          items={[
            ...spaces.map((space) => ({ value: space.id, label: space.name })),
            { value: nowhere, label: t('standard.nothing') },
          ]}
          value={source}
          onChange={setSource}
        />
      </div>
      <div className="flex gap-2">
        <Button type="submit" variant="primary" disabled={isBusy || name.trim() === ''}>
          {t('standard.create')}
        </Button>
        <Button onClick={onCancel}>{t('standard.cancel')}</Button>
      </div>
    </form>
  );
}
