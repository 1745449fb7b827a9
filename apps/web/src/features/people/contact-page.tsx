/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */
import { Avatar, EmptyState } from '@throughline/ui';
import type { ReactNode } from 'react';
import { useRecord, useRelated } from '../../data/data-context.ts';
import { formatMoney } from '../../fields/number-text.ts';
import { readMoney, readText } from '../../fields/read-value.ts';
import { AppLink } from '../../frame/app-link.tsx';
import { locale, t } from '../../messages/area-t.ts';
import { CompanyEvidence } from './company-evidence.tsx';
import { FeedbackList } from './feedback-list.tsx';
import { Part } from './people-parts.tsx';

export interface ContactPageProps {
  readonly id: string;
  readonly title: ReactNode;
  /** The values, to be read and changed. */
  readonly fields: ReactNode;
}

/** Somebody outside: for which company, what was said, and what that is evidence for. */
export function ContactPage({ id, title, fields }: ContactPageProps) {
  const contact = useRecord('contact', id);
  const feedback = useRelated('feedback', 'contact', id);
  const insights = useRelated('insight', 'contact', id);
  if (contact === undefined)
    return <EmptyState title={t('contact.notFound')} text={t('contact.notFoundText')} />;
  const name = readText(contact['name']);
  return (
    <section tabIndex={0} aria-label={name} className="min-h-0 flex-1 overflow-y-auto px-6 py-6 max-md:px-4">
      <div className="mx-auto flex max-w-4xl flex-col gap-8">
        <header className="flex items-center gap-3">
          <Avatar name={name} size="medium" />
          <div className="min-w-0 flex-1">
            {title}
            <WorksFor company={readText(contact['company'])} />
          </div>
        </header>
        <div className="grid gap-8 md:grid-cols-[1fr_18rem]">
          <div className="flex min-w-0 flex-col gap-8 max-md:order-last">
            <Part id="feedback" title={t('company.feedbackCount', { count: feedback.length })}>
              {feedback.length > 0 ? (
                <FeedbackList feedback={feedback} namesContact={false} />
              ) : (
                <p className="text-muted">{t('contact.nothingSaid')}</p>
              )}
            </Part>
            {insights.length > 0 && (
              <Part id="insights" title={t('company.insightCount', { count: insights.length })}>
                <CompanyEvidence insights={insights} />
              </Part>
            )}
          </div>
          <div className="min-w-0">{fields}</div>
        </div>
      </div>
    </section>
  );
}

function WorksFor({ company: id }: { readonly company: string }) {
  const company = useRecord('company', id === '' ? undefined : id);
  if (company === undefined) return null;
  const revenue = readMoney(company['revenue']);
  return (
    <p className="flex flex-wrap items-baseline gap-x-2 text-ui text-muted">
      <AppLink href={`/companies/${id}`} className="font-medium text-ink hover:underline">
        {readText(company['name'])}
      </AppLink>
      {revenue && (
        <span className="figures">
          {t('inbox.revenue', { amount: formatMoney(revenue.amount, revenue.currency, locale) })}
        </span>
      )}
    </p>
  );
}
