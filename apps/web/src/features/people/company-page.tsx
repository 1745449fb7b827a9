/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */
import { Avatar, EmptyState, OptionBadge } from '@throughline/ui';
import { useMemo, type ReactNode } from 'react';
import { useFields, useRecord, useRelated, useTitles } from '../../data/data-context.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { formatMoment, readMoment } from '../../fields/moment-text.ts';
import { formatMoney } from '../../fields/number-text.ts';
import { readMoney, readText } from '../../fields/read-value.ts';
import { AppLink } from '../../frame/app-link.tsx';
import { locale, t } from '../../messages/area-t.ts';
import { CompanyEvidence } from './company-evidence.tsx';

/** A customer: what it pays, who speaks for it, what was said, and what that is evidence for. */
export function CompanyPage({ id }: { readonly id: string }) {
  const company = useRecord('company', id);
  const contacts = useRelated('contact', 'company', id);
  const feedback = useRelated('feedback', 'company', id);
  const insights = useRelated('insight', 'company', id);
  const newest = useMemo(() => feedback.toSorted(byReceived), [feedback]);
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
          counts={{ feedback: feedback.length, insights: insights.length, contacts: contacts.length }}
        />
        <div className="grid gap-8 md:grid-cols-[1fr_18rem]">
          <div className="flex min-w-0 flex-col gap-8">
            <Part id="feedback" title={t('company.feedbackCount', { count: feedback.length })}>
              <ul className="divide-y border-y">
                {newest.slice(0, mostShown).map((piece) => (
                  <FeedbackLine key={piece.id} piece={piece} />
                ))}
              </ul>
            </Part>
            <Part id="insights" title={t('company.insightCount', { count: insights.length })}>
              <CompanyEvidence insights={insights} />
            </Part>
          </div>
          <Part id="contacts" title={t('company.contactCount', { count: contacts.length })}>
            <ul className="divide-y border-y">
              {contacts.map(({ id: contact, values }) => (
                <li key={contact} className="flex items-center gap-2 py-2">
                  <Avatar name={readText(values['name'])} size="medium" />
                  <div className="min-w-0">
                    <p className="truncate font-medium">{readText(values['name'])}</p>
                    <p className="truncate text-small text-muted">
                      {[readText(values['role']), readText(values['email'])].filter(Boolean).join(' · ')}
                    </p>
                  </div>
                </li>
              ))}
            </ul>
          </Part>
        </div>
      </div>
    </section>
  );
}

const mostShown = 200;

function byReceived(a: ReplicaRecord, b: ReplicaRecord): number {
  return readText(b.values['receivedAt']).localeCompare(readText(a.values['receivedAt']));
}

interface CompanyHeaderProps {
  readonly company: ReplicaRecord['values'];
  readonly counts: Readonly<Record<'feedback' | 'insights' | 'contacts', number>>;
}

function CompanyHeader({ company, counts }: CompanyHeaderProps) {
  const revenue = readMoney(company['revenue']);
  const segment = useFields('company')
    .find(({ key }) => key === 'segment')
    ?.config.options?.find(({ key }) => key === company['segment']);
  return (
    <header className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="text-display font-semibold wrap-break-word">{readText(company['name'])}</h2>
        {segment && <OptionBadge name={segment.name} color={segment.color} />}
        <span className="text-muted">{readText(company['domain'])}</span>
      </div>
      <dl className="flex flex-wrap gap-x-8 gap-y-2">
        {revenue && (
          <Figure name={t('company.revenue')} value={formatMoney(revenue.amount, revenue.currency, locale)} />
        )}
        {readText(company['plan']) !== '' && (
          <Figure name={t('company.plan')} value={readText(company['plan'])} />
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

function Figure({
  name,
  value,
  href,
}: {
  readonly name: string;
  readonly value: string;
  readonly href?: string;
}) {
  return (
    <div>
      <dt className="text-small text-muted">{name}</dt>
      <dd className="figures text-title font-semibold">
        {href === undefined ? (
          value
        ) : (
          <a href={href} className="hover:underline">
            {value}
          </a>
        )}
      </dd>
    </div>
  );
}

function Part({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <section id={id} aria-label={title} className="min-w-0">
      <h3 className="mb-2 text-small font-medium text-muted">{title}</h3>
      {children}
    </section>
  );
}

function FeedbackLine({ piece: { values } }: { readonly piece: ReplicaRecord }) {
  const titles = useTitles();
  const received = readMoment(values['receivedAt']);
  const key = readText(values['key']);
  return (
    <li>
      <AppLink
        href={`/feedback?state=all&item=${key}`}
        className="flex items-baseline gap-3 py-2 hover:bg-hover"
      >
        <span className="line-clamp-2 min-w-0 flex-1">{readText(values['title'])}</span>
        <span className="shrink-0 text-small text-muted max-sm:hidden">
          {titles.titleOf(readText(values['contact']))}
        </span>
        {received && (
          <span className="figures w-20 shrink-0 text-right text-small text-muted">
            {formatMoment(received, locale).short}
          </span>
        )}
      </AppLink>
    </li>
  );
}
