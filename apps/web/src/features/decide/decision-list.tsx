import { Button, EmptyState } from '@throughline/ui';
import { Plus, Vote } from 'lucide-react';
import { useState } from 'react';
import { useRelated, useWorkspace } from '../../data/data-context.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { readText } from '../../fields/read-value.ts';
import { AppLink } from '../../frame/app-link.tsx';
import { t } from '../../messages/area-t.ts';
import { decisionHref, type DecisionPlace } from './decision-place.ts';
import { NewRanking } from './new-ranking.tsx';
import { NewRound } from './new-round.tsx';
import { NewSession } from './new-session.tsx';
import { PageFrame } from './page-frame.tsx';
import { isClosed, useDecisions } from './use-decisions.ts';

/** All that a space decides together: what is under way, and what was decided. */
export function DecisionList({ space }: { readonly space: DecisionPlace }) {
  const { rights } = useWorkspace();
  const rankings = useDecisions('ranking', space.id);
  const rounds = useDecisions('round', space.id);
  const sessions = useDecisions('scoring', space.id);
  const [opening, setOpening] = useState<'ranking' | 'round' | 'session'>();
  const count = rankings.length + rounds.length + sessions.length;
  const start = rights.may('create', 'ranking', { space: space.id }) && (
    <div className="flex flex-wrap justify-center gap-2">
      <Button icon={<Plus size={14} />} onClick={() => setOpening('ranking')}>
        {t('decide.newRanking')}
      </Button>
      <Button icon={<Plus size={14} />} onClick={() => setOpening('session')}>
        {t('decide.newSession')}
      </Button>
      <Button variant="primary" icon={<Plus size={14} />} onClick={() => setOpening('round')}>
        {t('decide.newRound')}
      </Button>
    </div>
  );
  return (
    <PageFrame
      title={t('decide.open')}
      text={t('decide.openText')}
      back={{ href: `/s/${encodeURIComponent(space.key)}`, name: space.name }}
      actions={count > 0 && start}
    >
      {count === 0 ? (
        <EmptyState
          icon={<Vote size={28} strokeWidth={1.5} />}
          title={t('decide.noneTitle')}
          text={t('decide.noneText')}
          action={start}
        />
      ) : (
        <ul className="border-t">
          {sessions.map((session) => (
            <DecisionLine
              key={session.id}
              decision={session}
              href={decisionHref(space, session.id)}
              detail={t(
                session.values['anonymous'] === true ? 'decide.anonymousSessionShort' : 'decide.session',
              )}
            />
          ))}
          {rounds.map((round) => (
            <DecisionLine
              key={round.id}
              decision={round}
              href={decisionHref(space, round.id)}
              detail={t(round.values['anonymous'] === true ? 'decide.anonymousRound' : 'decide.round')}
            />
          ))}
          {rankings.map((ranking) => (
            <RankingLine key={ranking.id} ranking={ranking} href={decisionHref(space, ranking.id)} />
          ))}
        </ul>
      )}
      <NewRanking space={space} open={opening === 'ranking'} onClose={() => setOpening(undefined)} />
      <NewSession space={space} open={opening === 'session'} onClose={() => setOpening(undefined)} />
      <NewRound space={space} open={opening === 'round'} onClose={() => setOpening(undefined)} />
    </PageFrame>
  );
}

function RankingLine({ ranking, href }: { readonly ranking: ReplicaRecord; readonly href: string }) {
  const comparisons = useRelated('comparison', 'ranking', ranking.id);
  const people = new Set(comparisons.map(({ values }) => values['person'])).size;
  const counted = t('decide.comparisons', { count: comparisons.length });
  return (
    <DecisionLine
      decision={ranking}
      href={href}
      detail={`${counted}, ${t('decide.people', { count: people })}`}
    />
  );
}

interface DecisionLineProps {
  readonly decision: ReplicaRecord;
  readonly href: string;
  readonly detail: string;
}

function DecisionLine({ decision, href, detail }: DecisionLineProps) {
  return (
    <li className="border-b">
      <AppLink href={href} className="flex flex-wrap items-baseline gap-x-3 px-1 py-2.5 hover:bg-hover">
        <span className="min-w-0 flex-1 basis-48 font-medium">{readText(decision.values['title'])}</span>
        <span className="text-small text-muted">{detail}</span>
        <span className="text-small text-muted">
          {t(isClosed(decision) ? 'decide.closed' : 'decide.underWay')}
        </span>
      </AppLink>
    </li>
  );
}
