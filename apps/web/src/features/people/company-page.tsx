/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */
import { Avatar, EmptyState, OptionBadge } from '@throughline/ui';
import type { ReactNode } from 'react';
import { useFields, useRecord, useRelated } from '../../data/data-context.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { formatMoney } from '../../fields/number-text.ts';
import { readMoney, readText } from '../../fields/read-value.ts';
import { AppLink } from '../../frame/app-link.tsx';
import { locale, t } from '../../messages/area-t.ts';
import { CompanyEvidence } from './company-evidence.tsx';
import { FeedbackList } from './feedback-list.tsx';
import { Figure, Part } from './people-parts.tsx';

export interface CompanyPageProps {
  readonly id: string;
  readonly title: ReactNode;
  /** Its values, to be read and changed. */
  readonly fields: ReactNode;
}

/** A customer: what it pays, who speaks for it, what was said, and what that is evidence for. */
export function CompanyPage({ id, title, fields }: CompanyPageProps) {
  const company = useRecord('company', id);
  const contacts = useRelated('contact', 'company', id);
  const feedback = useRelated('feedback', 'company', id);
  const insights = useRelated('insight', 'company', id);
  if (company === undefined)
    return <EmptyState title={t('company.notFound')} text={t('company.notFoundText')} />;
  return (
    <section
      tabIndex={0}
      aria-label={readText(company['name'])}
      className="min-h-0 flex-1 overflow-y-auto px-6 py-6 max-md:px-4"
    >
      <div className="mx-auto flex max-w-4xl flex-col gap-8">
        <CompanyHeader
          company={company}
          title={title}
          counts={{ feedback: feedback.length, insights: insights.length, contacts: contacts.length }}
        />
        <div className="grid gap-8 md:grid-cols-[1fr_18rem]">
          <div className="flex min-w-0 flex-col gap-8 max-md:order-last">
            <Part id="feedback" title={t('company.feedbackCount', { count: feedback.length })}>
              <FeedbackList feedback={feedback} namesContact />
            </Part>
            <Part id="insights" title={t('company.insightCount', { count: insights.length })}>
              <CompanyEvidence insights={insights} />
            </Part>
          </div>
          <div className="flex min-w-0 flex-col gap-8">
            {fields}
            <Part id="contacts" title={t('company.contactCount', { count: contacts.length })}>
              <ul className="divide-y border-y">
                {contacts.map((contact) => (
                  <ContactLine key={contact.id} contact={contact} />
                ))}
              </ul>
            </Part>
          </div>
        </div>
      </div>
    </section>
  );
}

interface CompanyHeaderProps {
  readonly company: ReplicaRecord['values'];
  readonly title: ReactNode;
  readonly counts: Readonly<Record<'feedback' | 'insights' | 'contacts', number>>;
}

function CompanyHeader({ company, title, counts }: CompanyHeaderProps) {
  const revenue = readMoney(company['revenue']);
  const segment = useFields('company')
    .find(({ key }) => key === 'segment')
    ?.config.options?.find(({ key }) => key === company['segment']);
  return (
    <header className="flex flex-col gap-3">
      <div className="flex items-center gap-3">
        <div className="min-w-0 flex-1">{title}</div>
        {segment && <OptionBadge name={segment.name} color={segment.color} />}
      </div>
      <dl className="flex flex-wrap gap-x-8 gap-y-2">
        {revenue && (
          <Figure name={t('company.revenue')} value={formatMoney(revenue.amount, revenue.currency, locale)} />
        )}
        <Figure name={t('nav.feedback')} value={counts.feedback.toLocaleString(locale)} href="#feedback" />
        <Figure
          name={t('company.insights')}
          value={counts.insights.toLocaleString(locale)}
          href="#insights"
        />
        <Figure
          name={t('company.contacts')}
          value={counts.contacts.toLocaleString(locale)}
          href="#contacts"
        />
      </dl>
    </header>
  );
}

function ContactLine({ contact: { id, values } }: { readonly contact: ReplicaRecord }) {
  const name = readText(values['name']);
  const about = [readText(values['role']), readText(values['email'])].filter(Boolean).join(' · ');
  return (
    <li>
      <AppLink href={`/contacts/${id}`} className="flex items-center gap-2 py-2 hover:bg-hover">
        <Avatar name={name} size="medium" />
        <span className="min-w-0">
          <span className="block truncate font-medium">{name}</span>
          <span className="block truncate text-small text-muted" data-tip-cut>
            {about}
          </span>
        </span>
      </AppLink>
    </li>
  );
}
