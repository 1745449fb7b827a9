import { Button } from '@throughline/ui';
import type { JsonObject } from '@throughline/base';
import { readItems, useAnswer } from '../../answers/use-answer.ts';
import { useRecord, useTitles } from '../../data/data-context.ts';
import { formatMoment, readMoment } from '../../fields/moment-text.ts';
import { readNumber, readText } from '../../fields/read-value.ts';
import { AppLink } from '../../frame/app-link.tsx';
import { locale, t } from '../../messages/area-t.ts';
import { categoryName, type Chosen } from './survey-results.tsx';

export interface ResponseListProps {
  readonly survey: string;
  readonly chosen: Chosen | undefined;
  readonly onShowAll: () => void;
}

const most = 100;

export function ResponseList({ survey, chosen, onShowAll }: ResponseListProps) {
  const condition = chosen === undefined ? '' : ` and ${chosen.condition}`;
  const filter = `survey = "${survey}" and answeredAt is not empty${condition}`;
  const query = new URLSearchParams({ filter, sort: '-answeredAt', limit: String(most) });
  const { body } = useAnswer(`/responses?${query}`);
  const title = chosen === undefined ? t('survey.behindAll') : `${t('survey.behind')}: ${chosen.name}`;
  return (
    <section aria-label={t('survey.behind')} className="flex flex-col gap-2">
      <div className="flex min-h-8 items-center gap-2">
        <h3 className="flex-1 font-medium" aria-live="polite">
          {title}
        </h3>
        {chosen !== undefined && (
          <Button size="small" onClick={onShowAll}>
            {t('survey.showAll')}
          </Button>
        )}
      </div>
      <ul className="divide-y border-y">
        {(readItems(body) ?? []).map((response) => (
          <ResponseLine key={readText(response['id'])} response={response} />
        ))}
      </ul>
    </section>
  );
}

function ResponseLine({ response }: { readonly response: JsonObject }) {
  const titles = useTitles();
  const answered = readMoment(response['answeredAt']);
  const feedback = readText(response['feedback']);
  const key = readText(useRecord('feedback', feedback === '' ? undefined : feedback)?.['key']);
  const score = readNumber(response['score']);
  const category = categoryName(readText(response['category']));
  const who = titles.titleOf(readText(response['contact'])) ?? t('survey.someone');
  return (
    <li className="flex min-h-9 flex-wrap items-baseline gap-x-4 py-1.5">
      <span className="figures w-10 shrink-0 font-medium max-sm:w-auto">{category === '' ? score : ''}</span>
      <span className="min-w-0 flex-1 truncate">
        {category !== '' && <span className="mr-3 font-medium">{category}</span>}
        {who}
        <span className="ml-3 text-muted">{titles.titleOf(readText(response['company']))}</span>
      </span>
      {key !== '' && (
        <AppLink
          href={`/feedback?state=all&item=${key}`}
          className="max-w-80 truncate text-accent-text underline-offset-2 hover:underline"
        >
          {titles.titleOf(feedback) ?? t('survey.words')}
        </AppLink>
      )}
      {answered && (
        <span className="figures shrink-0 text-small text-muted">{formatMoment(answered, locale).short}</span>
      )}
    </li>
  );
}
