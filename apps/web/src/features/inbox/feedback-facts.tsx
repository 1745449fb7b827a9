import { Avatar, OptionBadge } from '@throughline/ui';
import { ChevronUp, ExternalLink } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFields, useRecord, useTitles } from '../../data/data-context.ts';
import { useSession } from '../../data/use-session.ts';
import { formatAgo, formatMoment, readMoment } from '../../fields/moment-text.ts';
import { formatMoney } from '../../fields/number-text.ts';
import { readMoney, readNumber, readText } from '../../fields/read-value.ts';
import { AppLink } from '../../frame/app-link.tsx';
import { locale, t } from '../../messages/area-t.ts';
import type { Values } from '@throughline/model';

/** Who said it, through what, and when. */
export function FeedbackFacts({ values }: { readonly values: Values }) {
  const titles = useTitles();
  const { spaces } = useSession();
  const contactId = readText(values['contact']);
  const contact = useRecord('contact', contactId === '' ? undefined : contactId);
  const received = readMoment(values['receivedAt'] ?? values['createdAt']);
  const companyId = readText(values['company']) || readText(contact?.['company']);
  const owner = titles.titleOf(readText(values['owner']));
  const team = titles.titleOf(readText(values['team']));
  const rule = titles.titleOf(readText(values['routedBy']));
  const space = spaces.find(({ id }) => id === values['space']);
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-2 text-ui">
      {contact && (
        <Fact name={t('inbox.contact')}>
          <Avatar name={readText(contact['name'])} />
          <AppLink href={`/contacts/${contactId}`} className="truncate font-medium hover:underline">
            {readText(contact['name'])}
          </AppLink>
          {readText(contact['role']) !== '' && (
            <span className="truncate text-muted">{readText(contact['role'])}</span>
          )}
        </Fact>
      )}
      {companyId !== '' && <CompanyFact id={companyId} />}
      <OptionFact name={t('inbox.channel')} fieldKey="channel" value={values['channel']} />
      {received && (
        <Fact name={t('inbox.received')}>
          <time dateTime={received.toISOString()} data-tip={formatMoment(received, locale).long}>
            {formatMoment(received, locale).short}
            <span className="text-muted"> · {formatAgo(received, locale)}</span>
          </time>
        </Fact>
      )}
      <SenderFact checks={values['mailChecks']} />
      <PortalFact values={values} />
      {space && <Fact name={t('inbox.space')}>{space.name}</Fact>}
      {owner !== undefined && (
        <Fact name={t('inbox.owner')}>
          <Avatar name={owner} />
          {owner}
        </Fact>
      )}
      {team !== undefined && (
        <Fact name={t('inbox.team')}>
          {team}
          {rule !== undefined && <span className="text-muted">{t('inbox.byRule', { rule })}</span>}
        </Fact>
      )}
      <LabelsFact labels={values['labels']} />
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-small text-muted">{name}</dt>
      <dd className="flex min-w-0 items-center gap-1.5">{children}</dd>
    </div>
  );
}

/** What the sender's domain says of the mail; nobody is let in by it. */
function SenderFact({ checks }: { readonly checks: unknown }) {
  if (typeof checks !== 'object' || checks === null) return null;
  const told = Object.entries(checks).filter(([, result]) => typeof result === 'string' && result !== '');
  if (told.length === 0) return null;
  const isDoubtful = told.some(([name, result]) => name === 'dmarc' && result === 'fail');
  return (
    <Fact name={t('inbox.sender')}>
      <span className={isDoubtful ? 'text-warning' : 'text-muted'}>
        {told.map(([name, result]) => `${name.toUpperCase()} ${String(result)}`).join(' · ')}
      </span>
    </Fact>
  );
}

/** How many want it, and where customers see it. */
function PortalFact({ values }: { readonly values: Values }) {
  const id = readText(values['portal']);
  const portal = useRecord('portal', id === '' ? undefined : id);
  const votes = readNumber(values['voteCount']) ?? 0;
  const slug = readText(portal?.['slug']);
  const isPublic = values['publicity'] === 'public' && slug !== '';
  if (votes === 0 && !isPublic) return null;
  return (
    <Fact name={t('inbox.votes')}>
      <span className="figures flex items-center">
        <ChevronUp size={14} aria-hidden />
        {votes.toLocaleString(locale)}
      </span>
      {isPublic && (
        <a
          href={`/portal/${slug}/requests/${readText(values['key'])}`}
          target="_blank"
          rel="noreferrer"
          className="inline-flex items-center gap-1 rounded-sm font-medium hover:underline"
        >
          {t('inbox.seeOnPortal')}
          <ExternalLink size={12} aria-hidden />
        </a>
      )}
    </Fact>
  );
}

function LabelsFact({ labels }: { readonly labels: unknown }) {
  const names = Array.isArray(labels) ? labels.map(readText).filter(Boolean) : [];
  if (names.length === 0) return null;
  return (
    <Fact name={t('inbox.labels')}>
      <span className="flex min-w-0 flex-wrap gap-1">
        {names.map((name) => (
          <OptionBadge key={name} name={name} color="gray" />
        ))}
      </span>
    </Fact>
  );
}

function CompanyFact({ id }: { readonly id: string }) {
  const company = useRecord('company', id);
  const fields = useFields('company');
  if (company === undefined) return null;
  const revenue = readMoney(company['revenue']);
  const segment = fields
    .find(({ key }) => key === 'segment')
    ?.config.options?.find(({ key }) => key === company['segment']);
  return (
    <Fact name={t('inbox.company')}>
      <AppLink href={`/companies/${id}`} className="truncate font-medium hover:underline">
        {readText(company['name'])}
      </AppLink>
      {segment && <OptionBadge name={segment.name} color={segment.color} />}
      {revenue && (
        <span className="figures text-muted">
          {t('inbox.revenue', { amount: formatMoney(revenue.amount, revenue.currency, locale) })}
        </span>
      )}
    </Fact>
  );
}

function OptionFact({
  name,
  fieldKey,
  value,
}: {
  readonly name: string;
  readonly fieldKey: string;
  readonly value: unknown;
}) {
  const option = useFields('feedback')
    .find(({ key }) => key === fieldKey)
    ?.config.options?.find(({ key }) => key === value);
  return option ? <Fact name={name}>{option.name}</Fact> : null;
}
