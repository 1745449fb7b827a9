/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */
import { SURVEY_STATES } from '@throughline/model';
import { Button, EmptyState, OptionBadge, TextField } from '@throughline/ui';
import { MessageCircleQuestion } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useAct } from '../../answers/use-act.ts';
import { useAnswer } from '../../answers/use-answer.ts';
import { useRecord, useWorkspace } from '../../data/data-context.ts';
import { readNumber, readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';
import { ResponseList } from './response-list.tsx';
import { SurveyAsking } from './survey-asking.tsx';
import { SurveyEditor } from './survey-editor.tsx';
import { SurveyResults, type Chosen } from './survey-results.tsx';

/** One survey: what its answers come to first, then whom it asks and what. */
export function SurveyPage({ id }: { readonly id: string }) {
  const values = useRecord('survey', id);
  const { rights } = useWorkspace();
  const { body } = useAnswer(values === undefined ? undefined : `/surveys/${id}/results`);
  const [chosen, setChosen] = useState<Chosen>();
  if (values === undefined)
    return (
      <EmptyState
        icon={<MessageCircleQuestion size={28} strokeWidth={1.5} />}
        title={t('survey.notFound')}
        text={t('survey.notFoundText')}
      />
    );
  const isEditable = rights.may('update', 'survey', { space: readText(values['space']) });
  const isOpen = values['state'] === 'open';
  const asked = readNumber(body?.['asked']) ?? 0;
  return (
    <section
      aria-label={readText(values['name'])}
      tabIndex={0}
      className="min-h-0 flex-1 overflow-y-auto px-6 pb-10 max-md:px-4"
    >
      <div className="mx-auto flex max-w-4xl flex-col gap-8">
        <Heading id={id} values={values} isEditable={isEditable} />
        <Part title={t('survey.results')}>
          {asked > 0 && <p className="text-small text-muted">{t('survey.mailed', { count: asked })}</p>}
          {body && <SurveyResults kind={readText(values['kind'])} body={body} onChoose={setChosen} />}
        </Part>
        {body && <ResponseList survey={id} chosen={chosen} onShowAll={() => setChosen(undefined)} />}
        {isOpen && isEditable && (
          <Part title={t('survey.ask')} text={t('survey.ask.text')}>
            <SurveyAsking survey={id} />
          </Part>
        )}
        <Part title={t('survey.asks')}>
          <SurveyEditor survey={{ id, values }} isEditable={isEditable} />
        </Part>
      </div>
    </section>
  );
}

interface HeadingProps {
  readonly id: string;
  readonly values: NonNullable<ReturnType<typeof useRecord>>;
  readonly isEditable: boolean;
}

function Heading({ id, values, isEditable }: HeadingProps) {
  const { act, isBusy } = useAct();
  const state = SURVEY_STATES.find(({ key }) => key === values['state']);
  const isOpen = state?.key === 'open';
  const toggle = () =>
    void act({
      method: 'PATCH',
      path: `/surveys/${id}`,
      body: { state: isOpen ? 'closed' : 'open' },
      message: isOpen ? t('survey.closed') : t('survey.opened'),
    });
  return (
    <header className="flex flex-col gap-3 border-b py-4">
      <div className="flex flex-wrap items-center gap-3">
        <h2 className="min-w-40 flex-1 text-title font-semibold">{readText(values['name'])}</h2>
        {state && <OptionBadge name={state.name} color={state.color} />}
        {isEditable && (
          <Button variant={isOpen ? 'secondary' : 'primary'} disabled={isBusy} onClick={toggle}>
            {isOpen ? t('survey.close') : t('survey.open')}
          </Button>
        )}
      </div>
      {isOpen && (
        <TextField
          label={t('survey.address')}
          value={`${window.location.origin}/survey/${readText(values['slug'])}`}
          onChange={() => undefined}
          readOnly
          onFocus={(event) => event.target.select()}
        />
      )}
    </header>
  );
}

interface PartProps {
  readonly title: string;
  readonly text?: string;
  readonly children: ReactNode;
}

function Part({ title, text, children }: PartProps) {
  return (
    <section aria-label={title} className="flex min-w-0 flex-col gap-3">
      <div>
        <h3 className="font-medium">{title}</h3>
        {text !== undefined && <p className="text-muted">{text}</p>}
      </div>
      {children}
    </section>
  );
}
