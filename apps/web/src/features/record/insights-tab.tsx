import { Button, IconButton, RatingStars } from '@throughline/ui';
import { MessageSquareQuote, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTitles, useWorkspace } from '../../data/data-context.ts';
import { groupBy } from '../../data/group-by.ts';
import { useBodies } from '../../data/use-bodies.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { formatAgo, readMoment } from '../../fields/moment-text.ts';
import { formatMoney } from '../../fields/number-text.ts';
import { readMoney, readNumber, readText } from '../../fields/read-value.ts';
import { AppLink } from '../../frame/app-link.tsx';
import { locale, t } from '../../messages/area-t.ts';
import { EvidenceSummary } from './evidence-summary.tsx';
import { InsightForm } from './insight-form.tsx';
import { VoiceFold } from './voice-fold.tsx';

export interface InsightsTabProps {
  readonly idea: string;
  readonly space: unknown;
  readonly insights: readonly ReplicaRecord[];
  readonly onOpen: (key: string) => void;
}

/** The evidence: who said what, how much it matters to them, and what stands behind them. */
export function InsightsTab({ idea, space, insights, onOpen }: InsightsTabProps) {
  const { rights } = useWorkspace();
  const [isAdding, setAdding] = useState(false);
  const quoteOf = useBodies({ entity: 'insight', via: 'idea', on: idea, field: 'quote', records: insights });
  const place = typeof space === 'string' ? { space } : {};
  const voices = groupBy(insights.filter(isVoice), ({ values }) => readText(values['feedback']));
  return (
    <div className="flex flex-col gap-3 pt-3">
      {insights.length > 0 && <EvidenceSummary insights={insights} />}
      {isAdding ? (
        <InsightForm idea={idea} onDone={() => setAdding(false)} />
      ) : (
        rights.may('create', 'insight', place) && (
          <Button
            size="small"
            icon={<Plus size={14} />}
            className="self-start"
            onClick={() => setAdding(true)}
          >
            {t('insight.add')}
          </Button>
        )
      )}
      {insights.length === 0 && !isAdding && <p className="text-ui text-muted">{t('insight.none')}</p>}
      <ul className="flex flex-col">
        {insights
          .filter((insight) => !isVoice(insight))
          .toReversed()
          .map((insight) => (
            <InsightItem key={insight.id} insight={insight} quote={quoteOf(insight)} onOpen={onOpen} />
          ))}
      </ul>
      {voices.size > 0 && (
        <ul className="divide-y border-t">
          {[...voices].map(([feedback, votes]) => (
            <VoiceFold key={feedback} feedback={feedback} voices={votes} onOpen={onOpen} />
          ))}
        </ul>
      )}
    </div>
  );
}

/** What stands for a vote on a portal says nothing of its own. */
function isVoice({ values }: ReplicaRecord): boolean {
  return values['vote'] !== undefined;
}

interface InsightItemProps extends Pick<InsightsTabProps, 'onOpen'> {
  readonly insight: ReplicaRecord;
  readonly quote: string;
}

function InsightItem({ insight: { id, values }, quote, onOpen }: InsightItemProps) {
  const { rights, writer, hub } = useWorkspace();
  const titles = useTitles();
  const company = readText(values['company']);
  const contact = readText(values['contact']);
  const feedback = readText(values['feedback']);
  const revenue = readMoney(hub.get('company', company)?.['revenue']);
  const impact = readNumber(values['impact']);
  const said = readMoment(values['createdAt']);
  const feedbackKey = readText(hub.get('feedback', feedback)?.['key']);
  return (
    <li className="group/item flex flex-col gap-1.5 border-t py-3 first:border-t-0">
      <blockquote className="border-l-2 border-accent-line pl-3 text-body text-pretty whitespace-pre-wrap">
        {quote || readText(values['note'])}
      </blockquote>
      {quote !== '' && readText(values['note']) !== '' && (
        <p className="text-ui text-muted">{readText(values['note'])}</p>
      )}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-muted">
        {company !== '' && (
          <AppLink href={`/companies/${company}`} className="font-medium text-ink hover:underline">
            {titles.titleOf(company)}
          </AppLink>
        )}
        {contact !== '' && (
          <AppLink href={`/contacts/${contact}`} className="hover:text-ink hover:underline">
            {titles.titleOf(contact)}
          </AppLink>
        )}
        {revenue && <span className="figures">{formatMoney(revenue.amount, revenue.currency, locale)}</span>}
        {impact !== null && <RatingStars value={impact} />}
        {feedbackKey !== '' && (
          <button
            type="button"
            onClick={() => onOpen(feedbackKey)}
            className="inline-flex items-center gap-1 rounded-sm hover:text-ink hover:underline"
          >
            <MessageSquareQuote size={13} aria-hidden />
            {feedbackKey}
          </button>
        )}
        {said && <time dateTime={said.toISOString()}>{formatAgo(said, locale)}</time>}
        {rights.may('delete', 'insight', values) && (
          <IconButton
            size="tiny"
            className="ml-auto opacity-0 group-hover/item:opacity-100 focus-visible:opacity-100"
            label={t('insight.remove')}
            icon={<Trash2 size={13} />}
            onClick={() =>
              writer.write([{ entity: 'insight', verb: 'delete', id, values: {} }], {
                message: t('insight.removed'),
              })
            }
          />
        )}
      </div>
    </li>
  );
}
