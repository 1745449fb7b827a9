import { IconButton, Rating } from '@throughline/ui';
import { Lightbulb, X } from 'lucide-react';
import { useRecord, useWorkspace } from '../../data/data-context.ts';
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
  if (insights.length === 0) return null;
  return (
    <section aria-label={t('inbox.evidence')} className="mt-8 border-t pt-4">
      <h3 className="mb-1 text-small font-medium text-muted">{t('inbox.evidence')}</h3>
      <ul className="divide-y">
        {insights.map((insight) => (
          <Evidence key={insight.id} insight={insight} triage={triage} ideaHref={ideaHref} />
        ))}
      </ul>
    </section>
  );
}

function Evidence({
  insight,
  triage,
  ideaHref,
}: Omit<EvidenceListProps, 'insights'> & { readonly insight: ReplicaRecord }) {
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
