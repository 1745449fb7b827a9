import { IconButton, Rating } from '@throughline/ui';
import { ChevronUp, Lightbulb, X } from 'lucide-react';
import { useRecord, useWorkspace } from '../../data/data-context.ts';
import { groupBy } from '../../data/group-by.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { readNumber, readText } from '../../fields/read-value.ts';
import { AppLink } from '../../frame/app-link.tsx';
import { t } from '../../messages/area-t.ts';
import type { Triage } from './use-triage.ts';

export interface EvidenceListProps {
  readonly insights: readonly ReplicaRecord[];
  readonly triage: Triage;
  readonly ideaHref: (key: string) => string;
}

/** What this feedback is evidence for. */
export function EvidenceList({ insights, triage, ideaHref }: EvidenceListProps) {
  const voices = groupBy(insights.filter(isVoice), ({ values }) => readText(values['idea']));
  if (insights.length === 0) return null;
  return (
    <section aria-label={t('inbox.evidence')} className="mt-8 border-t pt-4">
      <h3 className="mb-1 text-small font-medium text-muted">{t('inbox.evidence')}</h3>
      <ul className="divide-y">
        {insights
          .filter((insight) => !isVoice(insight))
          .map((insight) => (
            <Evidence
              key={insight.id}
              insight={insight}
              votes={voices.get(readText(insight.values['idea']))?.length ?? 0}
              triage={triage}
              ideaHref={ideaHref}
            />
          ))}
      </ul>
    </section>
  );
}

/** It stands for a customer who voted for the feedback on a portal. */
export function isVoice({ values }: ReplicaRecord): boolean {
  return values['vote'] !== undefined;
}

interface EvidenceProps extends Omit<EvidenceListProps, 'insights'> {
  readonly insight: ReplicaRecord;
  /** Of customers, which count for the idea with it. */
  readonly votes: number;
}

function Evidence({ insight, votes, triage, ideaHref }: EvidenceProps) {
  const { rights } = useWorkspace();
  const idea = useRecord('idea', readText(insight.values['idea']));
  const title = readText(idea?.['title']);
  const key = readText(idea?.['key']);
  const hasQuote = readNumber(insight.values['quoteStart']) !== null;
  return (
    <li id={`insight-${insight.id}`} className="flex items-start gap-3 py-2.5">
      <Lightbulb size={15} className="mt-0.5 shrink-0 text-accent-text" aria-hidden />
      <div className="min-w-0 flex-1">
        {idea === undefined ? (
          <span className="text-muted">{t('field.unknownRecord')}</span>
        ) : (
          <AppLink href={ideaHref(key)} className="font-medium hover:underline">
            {title} <span className="figures text-small font-normal text-muted">{key}</span>
          </AppLink>
        )}
        {votes > 0 && (
          <p className="figures mt-0.5 flex items-center gap-1 text-small text-muted">
            <ChevronUp size={13} aria-hidden />
            {t('insight.votesToo', { count: votes })}
          </p>
        )}
        {hasQuote && (
          <p className="mt-0.5 line-clamp-2 text-muted">“{readText(insight.values['excerpt'])}”</p>
        )}
      </div>
      <Rating
        label={t('inbox.impactOn', { title })}
        value={readNumber(insight.values['impact'])}
        onChange={(impact) => triage.rate(insight.id, impact)}
      />
      {rights.may('delete', 'insight', insight.values) && (
        <IconButton
          size="small"
          label={t('inbox.unlink', { title })}
          icon={<X size={14} />}
          onClick={() => triage.unlink(insight.id)}
        />
      )}
    </li>
  );
}
