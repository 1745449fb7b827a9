import type { FollowedPart, ShownPlan, Values } from '@throughline/model';
import { Button } from '@throughline/ui';
import { LogOut } from 'lucide-react';
import { useState } from 'react';
import { useAnswer } from '../../answers/use-answer.ts';
import { useRecord, useWorkspace } from '../../data/data-context.ts';
import { readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';
import { FollowedParts } from './followed-parts.tsx';
import { versionWords } from './followers.tsx';
import { PlanView } from './plan-view.tsx';
import { readFollower, readPlan } from './standard-answers.ts';
import { useAct } from '../../answers/use-act.ts';

export interface AdoptionPanelProps {
  readonly id: string;
  readonly values: Values;
  readonly mayChange: boolean;
}

/** A standard that the space follows: how each part stands, and the newer version with what it would change. */
export function AdoptionPanel({ id, values, mayChange }: AdoptionPanelProps) {
  const name = readText(values['name']);
  const latest = useRecord('standard', readText(values['standard']))?.['version'];
  const { hub } = useWorkspace();
  const { act, isBusy } = useAct();
  const [plan, setPlan] = useState<ShownPlan>();
  // Asked again whenever what it tells of may have changed.
  const seen = `${hub.version('field')}.${hub.version('view')}.${Number(latest)}.${Number(values['version'])}`;
  const { body } = useAnswer(`/adoptions/${id}/differences?seen=${seen}`);
  const follower = body && readFollower(body);
  const path = `/adoptions/${id}`;
  const isBehind = typeof latest === 'number' && latest > Number(values['version']);

  async function preview() {
    const answer = await act({ method: 'PATCH', path, body: { dry: true } });
    if (answer) setPlan(readPlan(answer));
  }
  async function take(message: string, parts: readonly string[]) {
    const done = await act({
      method: 'PATCH',
      path,
      body: parts.length === 0 ? {} : { take: parts },
      message,
    });
    if (done) setPlan(undefined);
  }
  const takePart = ({ part, name: partName }: FollowedPart) =>
    void take(t('standard.tookBack', { name: partName }), [part]);
  return (
    <section aria-label={name} className="flex flex-col gap-3 border-t pt-3">
      <div className="flex flex-wrap items-center gap-2">
        <h4 className="min-w-0 flex-1 truncate font-medium">{name}</h4>
        {follower && <span className="text-small text-muted">{versionWords(follower)}</span>}
      </div>
      {mayChange && isBehind && plan === undefined && (
        <Button variant="primary" className="self-start" disabled={isBusy} onClick={() => void preview()}>
          {t('standard.update', { version: latest })}
        </Button>
      )}
      {plan && isBehind && (
        <>
          <PlanView plan={plan} label={name} />
          <div className="flex gap-2">
            <Button
              variant="primary"
              disabled={isBusy}
              onClick={() => void take(t('standard.updated', { version: latest, name }), [])}
            >
              {t('standard.takeVersion', { version: latest })}
            </Button>
            <Button onClick={() => setPlan(undefined)}>{t('standard.cancel')}</Button>
          </div>
        </>
      )}
      {follower && !plan && (
        <FollowedParts
          label={name}
          parts={follower.parts}
          onTake={mayChange && !isBehind ? takePart : undefined}
        />
      )}
      {mayChange && (
        <Button
          variant="quiet"
          size="small"
          icon={<LogOut size={14} />}
          className="self-start"
          disabled={isBusy}
          onClick={() => void act({ method: 'DELETE', path, message: t('standard.left', { name }) })}
        >
          {t('standard.leave')}
        </Button>
      )}
    </section>
  );
}
