import { Button, EmptyState } from '@throughline/ui';
import { ArrowDownUp, Plus } from 'lucide-react';
import { useState } from 'react';
import { useRelated, useWorkspace } from '../../data/data-context.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { readText } from '../../fields/read-value.ts';
import { AppLink } from '../../frame/app-link.tsx';
import { t } from '../../messages/area-t.ts';
import { decisionHref, type DecisionPlace } from './decision-place.ts';
import { NewRanking } from './new-ranking.tsx';
import { PageFrame } from './page-frame.tsx';
import { isClosed, useDecisions } from './use-decisions.ts';

/** All that a space decides together: what is under way, and what was decided. */
export function DecisionList({ space }: { readonly space: DecisionPlace }) {
  const { rights } = useWorkspace();
  const rankings = useDecisions('ranking', space.id);
  const [isOpening, setOpening] = useState(false);
  const mayOpen = rights.may('create', 'ranking', { space: space.id });
  const start = mayOpen && (
    <Button variant="primary" icon={<Plus size={14} />} onClick={() => setOpening(true)}>
      {t('decide.newRanking')}
    </Button>
  );
  return (
    <PageFrame
      title={t('decide.open')}
      text={t('decide.openText')}
      back={{ href: `/s/${encodeURIComponent(space.key)}`, name: space.name }}
      actions={rankings.length > 0 && start}
    >
      {rankings.length === 0 ? (
        <EmptyState
          icon={<ArrowDownUp size={28} strokeWidth={1.5} />}
          title={t('decide.noneTitle')}
          text={t('decide.noneText')}
          action={start}
        />
      ) : (
        <ul className="border-t">
          {rankings.map((ranking) => (
            <RankingLine key={ranking.id} ranking={ranking} href={decisionHref(space, ranking.id)} />
          ))}
        </ul>
      )}
      <NewRanking space={space} open={isOpening} onClose={() => setOpening(false)} />
    </PageFrame>
  );
}

function RankingLine({ ranking, href }: { readonly ranking: ReplicaRecord; readonly href: string }) {
  const comparisons = useRelated('comparison', 'ranking', ranking.id);
  const people = new Set(comparisons.map(({ values }) => values['person'])).size;
  return (
    <li className="border-b">
      <AppLink href={href} className="flex flex-wrap items-baseline gap-x-3 px-1 py-2.5 hover:bg-hover">
        <span className="min-w-0 flex-1 basis-48 font-medium">{readText(ranking.values['title'])}</span>
        <span className="text-small text-muted">
          {t('decide.comparisons', { count: comparisons.length })}
          {', '}
          {t('decide.people', { count: people })}
        </span>
        <span className="text-small text-muted">
          {t(isClosed(ranking) ? 'decide.closed' : 'decide.underWay')}
        </span>
      </AppLink>
    </li>
  );
}
