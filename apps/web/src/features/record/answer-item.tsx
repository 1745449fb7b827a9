import { UnfoldItem } from '@throughline/ui';
import { useState } from 'react';
import { useTitles, useWorkspace, useRecord } from '../../data/data-context.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { formatMoment, readMoment } from '../../fields/moment-text.ts';
import { readText } from '../../fields/read-value.ts';
import { AppLink } from '../../frame/app-link.tsx';
import { locale, t } from '../../messages/area-t.ts';
import { AnswerEditor } from './answer-editor.tsx';
import { daysToAnswer } from './group-answers.ts';
import { Letter } from './letter.tsx';

export interface AnswerItemProps {
  readonly answer: ReplicaRecord;
  readonly body: string;
}

const OPEN: ReadonlySet<unknown> = new Set(['draft', 'failed', 'skipped']);

/** One customer: who, and what they are told. */
export function AnswerItem({ answer, body }: AnswerItemProps) {
  const { values } = answer;
  const { rights } = useWorkspace();
  const titles = useTitles();
  const [isOpen, setOpen] = useState(false);
  const contactId = readText(values['contact']);
  const contact = useRecord('contact', contactId);
  const name = titles.titleOf(contactId) ?? t('conversation.customer');
  const company = titles.titleOf(readText(contact?.['company']));
  const mayChange = OPEN.has(values['state']) && rights.may('update', 'answer', values);
  return (
    <UnfoldItem
      isOpen={isOpen}
      onToggle={() => setOpen(!isOpen)}
      head={
        <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2 py-1">
          <span className="font-medium wrap-anywhere">{name}</span>
          {company !== undefined && <span className="text-small text-muted">{company}</span>}
          <Told answer={answer} />
          {!isOpen && (
            <span className="w-full truncate text-small text-muted">{readText(values['subject'])}</span>
          )}
        </span>
      }
    >
      <div className="pb-4 pl-6">
        {values['state'] === 'failed' && (
          <p className="pb-2 text-small wrap-anywhere text-danger">
            {t('answer.failed', { fault: readText(values['fault']) })}
          </p>
        )}
        {mayChange ? (
          <AnswerEditor answer={answer} body={body} name={name} />
        ) : (
          <Letter subject={readText(values['subject'])} body={body} name={name} />
        )}
        <p className="pt-2 text-small text-muted">
          <AppLink href={`/contacts/${contactId}`} className="hover:text-ink hover:underline">
            {t('answer.openContact', { name })}
          </AppLink>
        </p>
      </div>
    </UnfoldItem>
  );
}

/** When it went out, and how long it was from their word to it. */
function Told({ answer }: { readonly answer: ReplicaRecord }) {
  const sent = readMoment(answer.values['sentAt']);
  const days = daysToAnswer(answer);
  if (sent === undefined) return null;
  return (
    <span className="figures ml-auto text-small text-muted" data-tip={formatMoment(sent, locale).long}>
      {formatMoment(sent, locale).short}
      {days !== undefined &&
        ` · ${days === 0 ? t('answer.sameDay') : t('answer.afterDays', { count: days })}`}
    </span>
  );
}
