import type { ShownPlan } from '@throughline/model';
import { Button, Select } from '@throughline/ui';
import { useState } from 'react';
import { useRecords } from '../../data/data-context.ts';
import { readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';
import { PlanView } from './plan-view.tsx';
import { readPlan } from './standard-answers.ts';
import { useAct } from '../../answers/use-act.ts';

export interface AdoptFormProps {
  readonly space: { readonly id: string; readonly name: string };
  /** Ids of the standards that it follows already. */
  readonly adopted: readonly unknown[];
}

/** Chooses a standard, shows what it would make and match here, and adopts it. */
export function AdoptForm({ space, adopted }: AdoptFormProps) {
  const standards = useRecords('standard').filter(
    ({ id, values }) =>
      values['archivedAt'] === undefined && typeof values['version'] === 'number' && !adopted.includes(id),
  );
  const { act, isBusy } = useAct();
  const [chosen, setChosen] = useState<string | null>(null);
  const [plan, setPlan] = useState<ShownPlan>();
  const standard = standards.find(({ id }) => id === chosen);
  const name = readText(standard?.values['name']);
  const body = { standard: chosen, space: space.id };

  async function preview() {
    const answer = await act({ method: 'POST', path: '/adoptions', body: { ...body, dry: true } });
    if (answer) setPlan(readPlan(answer));
  }
  async function adopt() {
    const message = t('standard.adopted', { space: space.name, name });
    const made = await act({ method: 'POST', path: '/adoptions', body, message });
    if (!made) return;
    setPlan(undefined);
    setChosen(null);
  }
  if (standards.length === 0) return <p className="text-muted">{t('standard.isPublishedFirst')}</p>;
  return (
    <section aria-label={t('standard.adopt')} className="flex flex-col gap-3">
      <h4 className="font-medium">{t('standard.adopt')}</h4>
      <div className="flex flex-wrap items-end gap-2">
        <div className="w-56">
          <Select
            label={t('standard.adoptWhich')}
            items={standards.map(({ id, values }) => ({ value: id, label: readText(values['name']) }))}
            value={chosen}
            onChange={(id) => {
              setChosen(id);
              setPlan(undefined);
            }}
          />
        </div>
        <Button disabled={isBusy || standard === undefined} onClick={() => void preview()}>
          {t('standard.preview')}
        </Button>
      </div>
      {plan && standard && (
        <>
          <PlanView plan={plan} label={name} />
          <div className="flex gap-2">
            <Button variant="primary" disabled={isBusy} onClick={() => void adopt()}>
              {t('standard.adoptIt', { name })}
            </Button>
            <Button onClick={() => setPlan(undefined)}>{t('standard.cancel')}</Button>
          </div>
        </>
      )}
    </section>
  );
}
