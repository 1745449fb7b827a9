import { Button, OptionBadge } from '@throughline/ui';
import { CheckCheck } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useFields, useRelated, useWorkspace } from '../../data/data-context.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { useBodies } from '../../data/use-bodies.ts';
import { t } from '../../messages/area-t.ts';
import { AnswerItem } from './answer-item.tsx';
import { groupAnswers, medianDays, type StageAnswers, type StateAnswers } from './group-answers.ts';
import { useApproveAll } from './use-answer-acts.ts';

type BodyOf = (answer: ReplicaRecord) => string;

/** What those who asked for the idea are told, stage by stage. */
export function AnswersTab({ idea }: { readonly idea: string }) {
  const answers = useRelated('answer', 'idea', idea);
  const stages = useMemo(() => groupAnswers(answers), [answers]);
  const { sendsMail } = useWorkspace().replica.session();
  const bodyOf = useBodies({ entity: 'answer', via: 'idea', on: idea, field: 'body', records: answers });
  return (
    <div className="flex flex-col gap-6 pt-3">
      {!sendsMail && stages.length > 0 && (
        <p role="note" className="text-small text-muted">
          {t('answer.noMail')}
        </p>
      )}
      {stages.map((group) => (
        <Stage key={group.stage} group={group} bodyOf={bodyOf} />
      ))}
    </div>
  );
}

function Stage({
  group: { stage, states },
  bodyOf,
}: {
  readonly group: StageAnswers;
  readonly bodyOf: BodyOf;
}) {
  const name = useOption('stage', stage)?.name ?? stage;
  const days = medianDays(states.flatMap(({ answers }) => answers));
  return (
    <section aria-label={name} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h4 className="text-ui font-semibold">{name}</h4>
        {days !== undefined && (
          <span className="figures text-small text-muted" data-tip={t('answer.medianTip')}>
            {t('answer.median', { count: days })}
          </span>
        )}
      </div>
      {states.map((group) => (
        <State key={group.state} group={group} bodyOf={bodyOf} />
      ))}
    </section>
  );
}

const mostShown = 50;

function State({
  group: { state, answers },
  bodyOf,
}: {
  readonly group: StateAnswers;
  readonly bodyOf: BodyOf;
}) {
  const { rights } = useWorkspace();
  const option = useOption('state', state);
  const { approveAll, done } = useApproveAll();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? answers : answers.slice(0, mostShown);
  const count = answers.length;
  const approvable = answers.filter(({ values }) => rights.may('approve', 'answer', values));
  return (
    <div>
      <div className="flex min-h-8 flex-wrap items-center gap-2">
        <h5 className="flex items-center gap-2">
          <OptionBadge name={option?.name ?? state} color={option?.color} />
          <span className="figures text-small text-muted">{count}</span>
        </h5>
        {state === 'draft' && approvable.length > 0 && (
          <Button
            size="small"
            variant="primary"
            className="ml-auto"
            icon={<CheckCheck size={14} />}
            disabled={done !== undefined}
            onClick={() => void approveAll(approvable.map(({ id }) => id))}
          >
            {done === undefined
              ? t('answer.approveAll', { count: approvable.length })
              : t('answer.approving', { done, count: approvable.length })}
          </Button>
        )}
      </div>
      <ul className="divide-y">
        {shown.map((answer) => (
          <AnswerItem key={answer.id} answer={answer} body={bodyOf(answer)} />
        ))}
      </ul>
      {shown.length < count && (
        <Button size="small" variant="quiet" onClick={() => setWhole(true)}>
          {t('answer.showAll', { count })}
        </Button>
      )}
    </div>
  );
}

function useOption(field: 'stage' | 'state', wanted: string) {
  return useFields('answer')
    .find(({ key }) => key === field)
    ?.config.options?.find(({ key }) => key === wanted);
}
