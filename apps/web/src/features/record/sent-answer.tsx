import { Button } from '@throughline/ui';
import { RotateCcw } from 'lucide-react';
import { useAct } from '../../answers/use-act.ts';
import { useTitles, useWorkspace } from '../../data/data-context.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { readMoment } from '../../fields/moment-text.ts';
import { readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';
import { Message } from './message.tsx';

export interface SentAnswerProps {
  readonly answer: ReplicaRecord;
  readonly body: string;
}

/** What the customer was told, or is about to be. */
export function SentAnswer({ answer: { id, values }, body }: SentAnswerProps) {
  const titles = useTitles();
  const name = titles.titleOf(readText(values['contact'])) ?? t('conversation.customer');
  const author = titles.titleOf(readText(values['createdBy'])) ?? t('conversation.team');
  const at = readMoment(values['sentAt'] ?? values['createdAt']);
  const text = body === '' ? readText(values['subject']) : body;
  return (
    <li>
      <Message author={author} at={at} kind="answer" about={t('conversation.to', { name })}>
        <p className="text-body wrap-anywhere whitespace-pre-wrap">{text.replaceAll('{name}', () => name)}</p>
        <AnswerState id={id} values={values} />
      </Message>
    </li>
  );
}

function AnswerState({ id, values }: ReplicaRecord) {
  const { rights } = useWorkspace();
  const { act, isBusy } = useAct();
  const fault = readText(values['fault']);
  if (values['state'] === 'sent') return <p className="text-small text-muted">{t('answer.sent')}</p>;
  if (values['state'] !== 'failed')
    return (
      <output className="block text-small text-muted">
        {fault === '' ? t('answer.goesOut') : t('answer.goesOutLater', { fault })}
      </output>
    );
  return (
    <div className="mt-1 flex flex-wrap items-center gap-2 text-small text-danger">
      <span className="min-w-0 wrap-anywhere">{t('answer.failed', { fault })}</span>
      {rights.may('approve', 'answer', values) && (
        <Button
          size="small"
          icon={<RotateCcw size={13} />}
          disabled={isBusy}
          onClick={() => void act({ method: 'POST', path: `/answers/${id}/approve` })}
        >
          {t('answer.tryAgain')}
        </Button>
      )}
    </div>
  );
}
