import type { Values } from '@throughline/model';
import { Combobox, DatePicker, parseDay } from '@throughline/ui';
import { useMemo } from 'react';
import { useRecords, useTitles, useWrite } from '../../data/data-context.ts';
import { readText } from '../../fields/read-value.ts';
import { locale, t } from '../../messages/area-t.ts';
import { dayWords } from './day-words.ts';

export interface TaskFactsProps {
  readonly id: string;
  readonly values: Values;
  readonly mayChange: boolean;
}

/** Who does a task and by when, changed where it stands. */
export function TaskFacts({ id, values, mayChange }: TaskFactsProps) {
  const writer = useWrite();
  const titles = useTitles();
  const people = useRecords('person');
  const items = useMemo(
    () => people.map((person) => ({ value: person.id, label: readText(person.values['name']) })),
    [people],
  );
  const owner = readText(values['owner']);
  if (!mayChange)
    return (
      <span className="figures text-small text-muted">
        {[dayWords(values['dueOn']), titles.titleOf(owner)].filter(Boolean).join(' · ')}
      </span>
    );
  const title = readText(values['title']);
  const change = (changes: Values) =>
    writer.write([{ entity: 'launch-task', id, verb: 'update', values: changes }], {
      message: t('release.taskChanged'),
    });
  return (
    <div className="flex w-64 gap-1 text-small max-md:w-full max-md:pl-7">
      <div className="h-8 min-w-0 flex-1 rounded-md border border-transparent hover:border-line-strong">
        <Combobox
          label={t('release.ownerOf', { name: title })}
          hideLabel
          look="cell"
          placeholder={t('release.owner')}
          items={items}
          value={owner || null}
          onChange={(next) => change({ owner: next })}
        />
      </div>
      <div className="h-8 min-w-0 flex-1 rounded-md border border-transparent hover:border-line-strong">
        <DatePicker
          label={t('release.dueOf', { name: title })}
          hideLabel
          look="cell"
          locale={locale}
          value={parseDay(readText(values['dueOn'])) ?? null}
          onChange={(dueOn) => change({ dueOn })}
        />
      </div>
    </div>
  );
}
